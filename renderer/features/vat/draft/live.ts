import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { type Totals, totals } from '#shared/vat/balance.ts';
import { asSent } from '#shared/vat/net-negative.ts';
import { evaluate, isFileable } from '#shared/vat/rules/evaluate.ts';
import type { Finding, Grid, GridAmounts } from '#shared/vat/types.ts';

export interface Live {
  readonly totals: Totals;
  readonly findings: readonly Finding[];
  readonly fileable: boolean;
}

/** Rules whose facts only the core knows; what it found last still holds while a person types. */
const FROM_CORE: ReadonlySet<string> = new Set(['B_DUPLICATE', 'B_CORRECTIVE_LATE']);

/** Totals and findings of a return as it stands on the screen, the same functions the core judges with. */
export function live(view: ReturnView, content: ReturnContent, today: LocalDate, adviceOff: readonly string[]): Live {
  const grids = content.grids as GridAmounts;
  const period = parsePeriodKey(view.periodKey);
  const known = view.findings.filter((finding) => FROM_CORE.has(finding.id));
  const judged = period
    ? evaluate(
        {
          ...content,
          declarant: { vatNumber: view.enterpriseNumber, name: view.clientName },
          period,
          ...asSent(grids),
          paymentAttribute: 'omit',
        },
        {
          today,
          regime: view.regime ?? undefined,
          adviceOff: new Set(adviceOff),
          cessation: content.cessation,
          icListing: content.icListing,
          accountCredit: content.accountCredit,
          carriedWaiting: Object.fromEntries(view.carried.map(({ grid, amount }) => [grid, amount])) as GridAmounts,
        },
      )
    : [];
  const findings = [...judged, ...known.filter((finding) => !judged.some((other) => other.id === finding.id))];
  return { totals: totals(grids), findings, fileable: isFileable(findings) };
}

const WEIGHT = { blocking: 3, warning: 2, advice: 1 } as const;

/**
 * The findings worth reading. That a justification is missing is said by the warning that asks for it, so the rule about justifications
 * is shown only when no such warning stands open.
 */
export function worthReading(findings: readonly Finding[]): readonly Finding[] {
  const asked = findings.some((finding) => finding.severity === 'warning' && !finding.justified);
  return asked ? findings.filter((finding) => finding.id !== 'B_JUSTIF') : findings;
}

/** The gravest finding of each grid, for its mark; justified warnings no longer weigh. */
export function marks(findings: readonly Finding[]): ReadonlyMap<Grid, Finding> {
  const gravest = new Map<Grid, Finding>();
  for (const finding of worthReading(findings)) {
    if (finding.justified) continue;
    for (const grid of finding.grids) {
      const before = gravest.get(grid);
      if (!before || WEIGHT[finding.severity] > WEIGHT[before.severity]) gravest.set(grid, finding);
    }
  }
  return gravest;
}
