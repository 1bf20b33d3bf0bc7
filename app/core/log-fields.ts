/**
 * The only fields a log line may have, each with the shape its value must fit: codes, names of our own code, counts, durations. What is not
 * named here, or does not fit, is not written. A field for text from outside has no place here.
 */
const fits =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value) && !LONG_NUMBER.test(value);
const isFigure = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < MOST;

/** Enterprise and national numbers and accounts have more digits than any figure or name of ours. */
const LONG_NUMBER = /\d{8}/;
const MOST = 100_000_000;
/** Names in our own code and codes of errors, ours and the system's. */
const isName = fits(/^[A-Za-z][\w.:/-]{0,79}$/);
/** A place in an input: names and positions, never a value. */
const isPlace = fits(/^[\w.]{0,120}$/);
/** The class of an error and where it was thrown: function, file without its folder, line. */
const isThrown = fits(/^[A-Za-z]\w{0,79}(?: at [\w.$<>:()[\] -]{0,160})?$/);
/** A fresh UUID that tells nothing of anybody. */
const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);

const TEXTS = {
  code: isName,
  reason: isName,
  kind: isName,
  topic: isName,
  operation: isName,
  method: isName,
  statement: isName,
  restorer: isName,
  environment: isName,
  state: isName,
  path: isPlace,
  error: isThrown,
  correlationId: isUuid,
} as const;
const FIGURES = {
  count: isFigure,
  attempts: isFigure,
  tries: isFigure,
  status: isFigure,
  ms: isFigure,
  bytes: isFigure,
  /** How many fields of the line were not allowed. */
  refused: isFigure,
} as const;
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = { ...TEXTS, ...FIGURES };

/** What a line may carry beside its event. */
export type LogFields = { readonly [K in keyof typeof TEXTS]?: string | null | undefined } & {
  readonly [K in keyof typeof FIGURES]?: number | null | undefined;
};
export type FittingFields = Readonly<Record<string, string | number>>;

export const LOG_FIELDS: readonly string[] = Object.keys(FIELDS);
/** An event is a name of ours: `sync.ended`. */
export const isEvent = (value: unknown): value is string => fits(/^[a-z]\w{0,39}(?:\.[a-z]\w{0,39})+$/)(value);

/** The fields that may be written. An allowed name with a value that does not fit shows as `?`; anything else is only counted. */
export function fittingFields(fields: Readonly<Record<string, unknown>>): FittingFields {
  const kept: Record<string, string | number> = {};
  let refused = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '') continue;
    const check = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (check?.(value)) kept[name] = value as string | number;
    else {
      refused += 1;
      if (check) kept[name] = '?';
    }
  }
  return refused === 0 ? kept : { ...kept, refused };
}
