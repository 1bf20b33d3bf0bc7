import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { RULES } from '#shared/vat/rules/evaluate.ts';
import type { Grid } from '#shared/vat/types.ts';

export interface SpfRule {
  readonly code: string;
  readonly grids: readonly Grid[];
  /** `null`: it was justified once, and SPF's words are gone. */
  readonly text: NonNullable<ReturnView['refusal']>['entries'][number]['text'] | null;
}

const OURS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));
/** The rules that a justification answers. */
const isJustifiable = (code: string): boolean => /^W_TVA_/.test(code) && !OURS.has(code);

/** Rules newer than our table that SPF named in its refusal, or that are justified in the return already. */
export function spfRules(refusal: ReturnView['refusal'], justifications: ReturnContent['justifications']): readonly SpfRule[] {
  const named = (refusal?.entries ?? []).filter(({ identifier }) => isJustifiable(identifier));
  const answered = justifications.filter(({ code }) => isJustifiable(code) && !named.some(({ identifier }) => identifier === code));
  return [
    ...named.map(({ identifier, grids, text }) => ({ code: identifier, grids, text })),
    ...answered.map(({ code }) => ({ code, grids: [], text: null })),
  ];
}

/** Those that no justification answers yet; another amount may, so they do not block. */
export const unanswered = (refusal: ReturnView['refusal'], justifications: ReturnContent['justifications']): readonly SpfRule[] =>
  spfRules(refusal, justifications).filter(
    ({ code }) => !justifications.some((entry) => entry.code === code && entry.comment.trim() !== ''),
  );
