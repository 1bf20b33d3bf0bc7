import type { ReturnContent } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { Grid } from '#shared/vat/types.ts';

/** The content with one grid set; `null` leaves the grid out, which is not the same as zero. */
export function withGrid(content: ReturnContent, grid: Grid, amount: Cents | null): ReturnContent {
  const { [grid]: _before, ...rest } = content.grids;
  return { ...content, grids: amount === null ? rest : { ...rest, [grid]: amount } };
}

/** The content with the justification of one rule; an empty one is left out. */
export function withJustification(content: ReturnContent, code: string, comment: string): ReturnContent {
  const others = content.justifications.filter((entry) => entry.code !== code);
  return { ...content, justifications: comment === '' ? others : [...others, { code, comment }] };
}

export const justificationOf = ({ justifications }: Pick<ReturnContent, 'justifications'>, code: string): string =>
  justifications.find((entry) => entry.code === code)?.comment ?? '';

type TextPart = 'comment' | 'reference' | 'replaces';
/** The content with an optional text; an empty one is left out. */
export function withText(content: ReturnContent, part: TextPart, text: string): ReturnContent {
  const { [part]: _before, ...rest } = content;
  return text === '' ? rest : { ...rest, [part]: text };
}

/** The content with a fact that is either said or left out. With the switch for a VAT unit its empty 00 comes and goes. */
export function withFlag(content: ReturnContent, part: 'cessation' | 'vatUnit', on: boolean): ReturnContent {
  const { [part]: _before, ...rest } = content;
  const next = on ? { ...rest, [part]: true } : rest;
  if (part !== 'vatUnit') return next;
  const zero = content.grids['00'];
  if (on && zero === undefined) return withGrid(next, '00', 0 as Cents);
  return !on && zero === 0 ? withGrid(next, '00', null) : next;
}

/** The content with a fact in cents; `null` leaves it out. */
export function withNumber(content: ReturnContent, part: 'icListing' | 'accountCredit', amount: Cents | null): ReturnContent {
  const { [part]: _before, ...rest } = content;
  return amount === null ? rest : { ...rest, [part]: amount };
}

/** The content with its pro rata or real-use statement. */
export function withDeduction(content: ReturnContent, deduction: ReturnContent['deduction'] | null): ReturnContent {
  const { deduction: _before, ...rest } = content;
  return deduction ? { ...rest, deduction } : rest;
}
