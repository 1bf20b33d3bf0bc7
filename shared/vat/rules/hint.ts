import { type Cents, formatAmount, ZERO } from '../../domain/cents.ts';
import { LOCALES, type Locale, type Localized } from '../../domain/locale.ts';
import { total } from '../balance.ts';
import type { Grid, GridAmounts } from '../types.ts';

/** What a grid, or a sum of grids, has to be. `atRate`: the amount at 21 %, which satisfies the rule without being the only one. */
export type Relation = 'atLeast' | 'atMost' | 'between' | 'equals' | 'atRate' | 'empty';

export interface Bound {
  /** Added up. */
  readonly of: readonly Grid[];
  /** Taken off. */
  readonly less?: readonly Grid[];
  readonly is: Relation;
  /** To the cent; two for `between`, none for `empty`. */
  readonly amounts: readonly Cents[];
}

/** What satisfies a rule that fired: every bound (`and`), or any one of them (`or`). */
export interface Hint {
  readonly bounds: readonly Bound[];
  readonly join: 'and' | 'or';
  /** A grid in which the same tax may stand already; the bounds do not hold then. Said, not reckoned with. */
  readonly unless?: Grid | undefined;
}

const bound = (is: Relation, of: readonly Grid[], ...amounts: Cents[]): Hint => ({ bounds: [{ of, is, amounts }], join: 'and' });

export const atLeast = (of: readonly Grid[], least: Cents): Hint => bound('atLeast', of, least);
export const atMost = (of: readonly Grid[], most: Cents): Hint => bound('atMost', of, most);
export const equals = (of: readonly Grid[], amount: Cents): Hint => bound('equals', of, amount);
export const atRate = (of: readonly Grid[], amount: Cents): Hint => bound('atRate', of, amount);
export const empty = (of: readonly Grid[]): Hint => bound('empty', of);
/** Without a lower end, only the upper one is said. */
export const between = (of: readonly Grid[], least: Cents, most: Cents): Hint =>
  least === 0 ? atMost(of, most) : bound('between', of, least, most);

/** Said only where that grid holds something. */
export const unlessIn = (grids: GridAmounts, unless: Grid, hint: Hint): Hint => ((grids[unless] ?? 0) > 0 ? { ...hint, unless } : hint);

const joined = (join: Hint['join'], hints: readonly Hint[]): Hint => ({ bounds: hints.flatMap(({ bounds }) => bounds), join });
export const both = (...hints: Hint[]): Hint => joined('and', hints);
export const either = (...hints: Hint[]): Hint => joined('or', hints);

/** Whether the amounts are as a bound wants them. */
export function meets(grids: GridAmounts, { of, less = [], is, amounts: [first = ZERO, second = ZERO] }: Bound): boolean {
  if (is === 'empty') return of.every((grid) => grids[grid] === undefined);
  const found = total(grids, of) - total(grids, less);
  if (is === 'atLeast') return found >= first;
  if (is === 'atMost') return found <= first;
  if (is === 'between') return found >= first && found <= second;
  return found === first;
}

const TEXTS: Readonly<Record<Relation, Localized>> = {
  atLeast: {
    fr: '{of} devrait être d’au moins {first}',
    nl: '{of} moet minstens {first} zijn',
    de: '{of} müsste mindestens {first} betragen',
    en: '{of} should be at least {first}',
  },
  atMost: {
    fr: '{of} devrait être d’au plus {first}',
    nl: '{of} mag hoogstens {first} zijn',
    de: '{of} dürfte höchstens {first} betragen',
    en: '{of} should be at most {first}',
  },
  between: {
    fr: '{of} devrait se situer entre {first} et {second}',
    nl: '{of} moet tussen {first} en {second} liggen',
    de: '{of} müsste zwischen {first} und {second} liegen',
    en: '{of} should lie between {first} and {second}',
  },
  equals: {
    fr: '{of} devrait être égal à {first}',
    nl: '{of} moet gelijk zijn aan {first}',
    de: '{of} müsste {first} betragen',
    en: '{of} should be {first}',
  },
  atRate: {
    fr: '{of} devrait contenir {first} (21 %)',
    nl: '{of} moet {first} bevatten (21 %)',
    de: '{of} müsste {first} enthalten (21 %)',
    en: '{of} should hold {first} (21 %)',
  },
  empty: { fr: 'laissez {of} vide', nl: 'laat {of} leeg', de: 'lassen Sie {of} leer', en: 'leave {of} empty' },
};

const JOINS: Readonly<Record<Hint['join'], Localized>> = {
  and: { fr: '; ', nl: '; ', de: '; ', en: '; ' },
  or: { fr: ' ou ', nl: ' of ', de: ' oder ', en: ' or ' },
};

function say({ of, less = [], is, amounts: [first, second] }: Bound, locale: Locale): string {
  const place = [of.join(' + '), ...less].join(' − ');
  let text = TEXTS[is][locale].replace('{of}', place);
  if (first !== undefined) text = text.replace('{first}', formatAmount(first));
  return second === undefined ? text : text.replace('{second}', formatAmount(second));
}

const UNLESS: Localized = {
  fr: ', sauf si la taxe figure en {grid}',
  nl: ', tenzij de belasting in {grid} staat',
  de: ', es sei denn, die Steuer steht in {grid}',
  en: ', unless the tax stands in {grid}',
};

/** A hint in words, `54 should be at least 5.208,00`. */
export function sayHint({ bounds, join, unless }: Hint): Localized {
  const [fr, nl, de, en] = LOCALES.map((locale) => {
    const words = bounds.map((each) => say(each, locale)).join(JOINS[join][locale]);
    return unless ? words + UNLESS[locale].replace('{grid}', unless) : words;
  });
  return { fr: fr!, nl: nl!, de: de!, en: en! };
}
