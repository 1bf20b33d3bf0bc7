import type { z } from 'zod';

/** What replaces a good value: each is made by `buildHostile`, here or in a page. */
export const HOSTILE_KINDS = [
  ...(['undefined', 'null', 'true', 'number', 'negative', 'fraction', 'nan', 'infinity', 'bigint', 'text', 'path', 'url'] as const),
  ...(['unicode', 'nul', 'huge', 'object', 'array', 'proto', 'constructor', 'deep', 'cyclic', 'date', 'bytes', 'map'] as const),
];
export type HostileKind = (typeof HOSTILE_KINDS)[number];

/** An input that is good but for one place; an empty path stands for the whole. */
export interface HostileCase {
  /** As JSON; `{"$bytes": n}` stands for bytes. */
  readonly base: unknown;
  readonly path: readonly (string | number)[];
  readonly kind: HostileKind;
}

/** Makes the input. Stands alone: its source text runs in pages too. */
export function buildHostile({ base, path, kind }: HostileCase): unknown {
  const revive = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(revive);
    if ('$bytes' in value) return new Uint8Array(Number(value.$bytes));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revive(inner)]));
  };
  const make = (): unknown => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    let deep: unknown = 'end';
    for (let depth = 0; depth < 1_500; depth += 1) deep = { deep };
    const values: Record<HostileKind, () => unknown> = {
      undefined: () => undefined,
      null: () => null,
      true: () => true,
      number: () => 7,
      negative: () => -1,
      fraction: () => 0.5,
      nan: () => Number.NaN,
      infinity: () => Number.POSITIVE_INFINITY,
      bigint: () => 10n ** 30n,
      text: () => "x'; DROP TABLE client; --",
      path: () => '../../../../etc/passwd',
      url: () => 'file:///etc/passwd',
      unicode: () => '\u202eexe.fdp\ufeff\ud800\u{1f4a3}',
      nul: () => 'a\u0000b',
      huge: () => 'A'.repeat(300_000),
      // biome-ignore lint/suspicious/noThenProperty: what looks like a promise is one of the attacks
      object: () => ({ length: 1, toString: 'x', then: 1 }),
      array: () => [[], {}, null, 'x'],
      proto: () => JSON.parse('{"__proto__":{"polluted":true},"a":1}'),
      constructor: () => ({ constructor: { prototype: { polluted: true } } }),
      deep: () => deep,
      cyclic: () => cyclic,
      date: () => new Date(0),
      bytes: () => new Uint8Array(16),
      map: () => new Map([['id', 'x']]),
    };
    return values[kind]();
  };
  if (path.length === 0) return make();
  const whole = revive(base);
  let place = whole as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>;
  place[path.at(-1)!] = make();
  return whole;
}

/** Values of the domain; the first that a validator takes is a good value for it. */
const CANDIDATES: readonly unknown[] = [
  ...['01890000-0000-7000-8000-000000000001', '2026-10-01', '2026-10', '0100000268', '2026-10-01T08:00:00.000Z', 'fr', 'x'],
  ...['0100', '1234', 'BE71096123456769', 'name', 'a'.repeat(64), '#336699', 'https://a.test/', 1, 0, true],
];
type Def = { readonly type: string } & Readonly<Record<string, unknown>>;
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;
const WRAPPERS = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch']);

/** The validator that decides, without what surrounds it. */
function inner(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  if (WRAPPERS.has(def.type)) return inner(def.innerType as z.ZodType);
  if (def.type === 'pipe') return inner(def.in as z.ZodType);
  if (def.type === 'lazy') return inner((def.getter as () => z.ZodType)());
  return schema;
}
const shapeOf = (schema: z.ZodType): readonly [string, z.ZodType][] =>
  Object.entries((defOf(schema).shape ?? {}) as Readonly<Record<string, z.ZodType>>);

/** A good value as JSON, with every optional field. */
export function sampleOf(given: z.ZodType): unknown {
  const schema = inner(given);
  const def = defOf(schema);
  if (def.type === 'object') return Object.fromEntries(shapeOf(schema).map(([name, field]) => [name, sampleOf(field)]));
  if (def.type === 'array') return [sampleOf(def.element as z.ZodType)];
  if (def.type === 'union') return sampleOf((def.options as readonly z.ZodType[])[0]!);
  if (def.type === 'enum') return Object.values(def.entries as Readonly<Record<string, unknown>>)[0];
  if (def.type === 'literal') return (def.values as readonly unknown[])[0];
  if (def.type === 'record') return {};
  if (schema.safeParse(new Uint8Array(3)).success && def.type === 'custom') return { $bytes: 3 };
  return CANDIDATES.find((candidate) => given.safeParse(candidate).success) ?? 'x';
}

/** Every place of an input. */
function placesOf(given: z.ZodType, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const schema = inner(given);
  const def = defOf(schema);
  const here = at.length === 0 ? [] : [at];
  if (def.type === 'object') return [...here, ...shapeOf(schema).flatMap(([name, field]) => placesOf(field, [...at, name]))];
  if (def.type === 'array') return [...here, ...placesOf(def.element as z.ZodType, [...at, 0])];
  return here;
}

/** Hostile inputs of a method by what its own validator says of them. */
export function hostileCases(
  input: z.ZodType,
  kinds: readonly HostileKind[] = HOSTILE_KINDS,
): { readonly refused: readonly HostileCase[]; readonly accepted: readonly HostileCase[] } {
  const base = sampleOf(input);
  const whole = HOSTILE_KINDS.map((kind): HostileCase => ({ base: null, path: [], kind }));
  const inside = placesOf(input).flatMap((path) => kinds.map((kind): HostileCase => ({ base, path, kind })));
  const all = [...whole, ...inside];
  const takes = new Map(all.map((each) => [each, input.safeParse(buildHostile(each)).success]));
  return { refused: all.filter((each) => !takes.get(each)), accepted: all.filter((each) => takes.get(each)) };
}
