import { type LocalDate, localDate } from '#shared/domain/local-date.ts';

/** How often the backup is made and proven, and how many of them are kept. */
export interface Plan {
  readonly from: LocalDate;
  /** A new one when the last is so old. */
  readonly everyHours: number;
  /** The newest is restored on trial when the last such trial is so old. */
  readonly verifyDays: number;
  /** Neither made nor proven for so long is a task for a person. */
  readonly staleDays: number;
  /** Contents of documents opened in a trial; the bytes of all are compared in any case. */
  readonly sample: number;
  /** The newest of each of the last so many days, weeks and months that have one. */
  readonly keep: { readonly days: number; readonly weeks: number; readonly months: number };
}

/** Newest first. Source: the product's own choice. */
const PLANS: readonly Plan[] = [
  {
    from: localDate('2025-01-01'),
    everyHours: 20,
    verifyDays: 7,
    staleDays: 14,
    sample: 500,
    keep: { days: 7, weeks: 4, months: 12 },
  },
];

export const planOn = (day: LocalDate): Plan => PLANS.find(({ from }) => from <= day) ?? PLANS.at(-1)!;
