import { z } from 'zod';
import { type Cents, formatAmount, fromDecimal, MAX_AMOUNT } from '#shared/domain/cents.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type ErrorParams, GuichetError } from '#shared/domain/errors.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { parseGrid } from '#shared/vat/grids.ts';
import type { Grid, GridAmounts, Regime, VatReturn } from '#shared/vat/types.ts';
import { assertSize } from './xml/decode.ts';

const refuse = (code: string, params: ErrorParams): GuichetError => new GuichetError(`vat.draft.${code}`, { action: 'editReturn', params });

// The messages of the schema say in a form every language reads what was expected; the sentence around them is in the catalogue.
const text = z.string('"…"');
const optionalText = text.nullish().transform((value) => value?.trim() || undefined);
const yesNo = z
  .union([z.boolean(), z.enum(['YES', 'NO'])], 'true | false | "YES" | "NO"')
  .default(false)
  .transform((value) => value === true || value === 'YES');
const within = (from: number, to: number) =>
  z.number(`${from}–${to}`).int(`${from}–${to}`).min(from, `${from}–${to}`).max(to, `${from}–${to}`);
const year = within(1971, 2999);
const percentage = z.number('1–100').min(0, '0–100').max(100, '0–100').multipleOf(0.01, '0.01');

/** Telephone numbers are typed with slashes, dots and brackets; Intervat takes digits, spaces, hyphens and a leading plus. */
const phone = optionalText.transform(
  (value) =>
    value
      ?.replace(/[/.()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || undefined,
);
/** Intervat writes Greece EL. */
const country = optionalText.transform((value) => value?.toUpperCase().replace(/^GR$/, 'EL'));

const REGIMES: Readonly<Record<string, Regime>> = { month: 'month', monthly: 'month', quarter: 'quarter', quarterly: 'quarter' };

/** `DRAFT.json`: a return as a person or another program writes it. Amounts are texts with a point; 71 and 72 are computed. */
export const draftSchema = z.strictObject(
  {
    declarant: z.strictObject(
      {
        vatNumber: text,
        name: optionalText,
        street: optionalText,
        postCode: optionalText,
        city: optionalText,
        countryCode: country,
        emailAddress: optionalText,
        phone,
      },
      '{…}',
    ),
    period: z.union(
      [z.strictObject({ year, month: within(1, 12) }), z.strictObject({ year, quarter: within(1, 4) })],
      '{"year": 2026, "month": 1–12} | {"year": 2026, "quarter": 1–4}',
    ),
    grids: z.record(z.string(), z.union([z.string(), z.number()], '"1234.50"'), '{"03": "1234.50"}'),
    clientListingNihil: yesNo,
    restitution: yesNo,
    paymentAttribute: z.enum(['omit', 'NO'], '"omit" | "NO"').default('omit'),
    replaces: optionalText,
    comment: optionalText,
    justifications: z.array(z.strictObject({ code: text, comment: text }, '{"code": "…", "comment": "…"}'), '[…]').default([]),
    deduction: z
      .strictObject(
        {
          adjustedYear: year,
          generalPercentage: percentage.optional(),
          specialPercentages: z.array(percentage, '[1–100]').min(1, '1–5').max(5, '1–5').optional(),
          realUse: z.strictObject({ deductible: percentage, notDeductible: percentage, mixed: percentage }, '{…}').optional(),
          moreSpecial: z.boolean('true | false').optional(),
        },
        '{…}',
      )
      .optional(),
    reference: optionalText,
    regime: z
      .enum(Object.keys(REGIMES) as [string, ...string[]], '"month" | "quarter"')
      .transform((value) => REGIMES[value])
      .optional(),
  },
  '{…}',
);

export interface Draft {
  readonly ret: VatReturn;
  readonly regime?: Regime | undefined;
}

const path = (keys: readonly PropertyKey[]): string => keys.map(String).join('.') || '$';

function firstIssue(error: z.ZodError): GuichetError {
  const issue = error.issues[0]!;
  if (issue.code === 'unrecognized_keys') return refuse('unknownField', { path: path([...issue.path, issue.keys[0]!]) });
  return refuse('field', { path: path(issue.path), expected: issue.message });
}

function readGrids(given: Readonly<Record<string, string | number>>): GridAmounts {
  const amounts: Partial<Record<Grid, Cents>> = {};
  for (const [key, raw] of Object.entries(given)) {
    const place = `grids.${key}`;
    const grid = parseGrid(key);
    if (!grid) throw refuse('grid', { path: place, grid: key });
    if (amounts[grid] !== undefined) throw refuse('gridTwice', { grid });
    const value = fromDecimal(String(raw).trim());
    if (value === null || String(raw).includes('-') || value > MAX_AMOUNT)
      throw refuse('amount', { path: place, found: String(raw).slice(0, 40) });
    amounts[grid] = value;
  }
  return amounts;
}

/** 71 and 72 may stand in a draft only when they say what the other grids say. */
function assertBalance(amounts: GridAmounts): void {
  const { balance } = totals(amounts);
  for (const grid of ['71', '72'] as const) {
    const stated = amounts[grid];
    const expected = balance.grid === grid ? balance.cents : 0;
    if (stated === undefined || stated === expected) continue;
    throw refuse('balance', { grid, found: formatAmount(stated), expected: formatAmount(balance.cents), expectedGrid: balance.grid });
  }
}

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/**
 * A draft that was already parsed as JSON, as a return with its balance.
 * @throws GuichetError `vat.draft.*`, naming the field
 */
export function readDraftValue(value: unknown): Draft {
  const parsed = draftSchema.safeParse(value);
  if (!parsed.success) throw firstIssue(parsed.error);
  const { declarant, grids, regime, ...rest } = parsed.data;
  const vatNumber = parseEnterpriseNumber(declarant.vatNumber);
  if (!vatNumber) throw refuse('vatNumber', { found: declarant.vatNumber.slice(0, 40) || '""' });
  const amounts = readGrids(grids);
  assertBalance(amounts);
  const ret: VatReturn = present({ ...rest, declarant: present({ ...declarant, vatNumber }), grids: withBalance(amounts) });
  return regime ? { ret, regime } : { ret };
}

/** Line and column of a JSON error, or the character that surprised: engines report one or the other, or neither at the end of the text. */
function jsonPlace(source: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const token = /token '(.+?)'/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  if (token && !position) return token;
  const before = source.slice(0, Number(position ?? source.length)).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

/** Looks like JSON; a draft's name may lie. */
export const isJson = (bytes: Uint8Array): boolean => /^\ufeff?\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

/** @throws GuichetError `vat.draft.json` with the place, `vat.xml.tooLarge` */
export function readJson(bytes: Uint8Array): unknown {
  assertSize(bytes);
  const source = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  try {
    return JSON.parse(source);
  } catch (error) {
    throw refuse('json', { detail: jsonPlace(source, error) });
  }
}

/**
 * Reads `DRAFT.json`. Numbers with `BE`, dots and spaces are accepted and normalised here; in XML they are not.
 * @throws GuichetError `vat.draft.*`
 */
export const readDraft = (bytes: Uint8Array): Draft => readDraftValue(readJson(bytes));
