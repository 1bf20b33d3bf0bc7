import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Locale, Localized } from '#shared/domain/locale.ts';
import { type Totals, totals } from '#shared/vat/balance.ts';
import { evaluate, isFileable } from '#shared/vat/rules/evaluate.ts';
import type { RuleContext, Severity, VatReturn } from '#shared/vat/types.ts';
import type { Consignment, ReadDeclaration } from './xml/read-consignment.ts';

/** A finding of a rule or of the reader; the grids are as found and may include numbers a return does not have. */
export interface Judgement {
  readonly id: string;
  readonly severity: Severity;
  readonly grids: readonly string[];
  readonly justified: boolean;
  readonly message: Localized;
  readonly hint?: Localized | undefined;
}

export interface JudgedReturn {
  readonly sequence: number;
  readonly vatNumber: string;
  /** Key of the period; empty when it could not be read. */
  readonly period: string;
  readonly ret: VatReturn | null;
  readonly totals: Totals;
  /** What the reader found first, then the rules in their order. */
  readonly findings: readonly Judgement[];
  readonly fileable: boolean;
}

/** Defects the reader tells with their line; the rule of the same name would only repeat them. */
const TOLD_BY_READER: ReadonlySet<string> = new Set(['B_STRUCTURE', 'B_GRID', 'B_NONNEG', 'B_VATNBR']);

export function judgeDeclaration(declaration: ReadDeclaration, ctx: RuleContext): JudgedReturn {
  const { sequence, vatNumber, periodKey, ret, problems } = declaration;
  const told = new Set(problems.map((problem) => problem.id).filter((id) => TOLD_BY_READER.has(id)));
  // A missing number is told as a missing element.
  if (vatNumber === '') told.add('B_VATNBR');
  const rules = ret ? evaluate(ret, ctx).filter((found) => !told.has(found.id)) : [];
  const findings = [...problems.map(({ line: _line, ...problem }) => problem), ...rules];
  return { sequence, vatNumber, period: periodKey, ret, totals: totals(ret?.grids ?? {}), findings, fileable: isFileable(findings) };
}

/** Every declaration of a file as if filed on `today`. Facts outside the file are unknown here, so their rules are silent. */
export const judgeConsignment = (consignment: Consignment, today: LocalDate): JudgedReturn[] =>
  consignment.declarations.map((declaration) => judgeDeclaration(declaration, { today }));

/** The message followed by what would satisfy the rule. */
function withHint({ message, hint }: Pick<Judgement, 'message' | 'hint'>): Localized {
  if (!hint) return message;
  const both = (locale: Locale): string => `${message[locale]} → ${hint[locale]}`;
  return { fr: both('fr'), nl: both('nl'), de: both('de'), en: both('en') };
}

/** The shape `check --json` prints. */
export function toJson({ sequence, vatNumber, period, totals: { balance }, findings }: JudgedReturn) {
  return {
    sequence,
    vatNumber,
    period,
    balance: { grid: Number(balance.grid), cents: balance.cents },
    findings: findings.map((found) => {
      const { id, severity, grids, justified } = found;
      return { id, severity, grids, justified, message: withHint(found) };
    }),
  };
}
