/** Amount of a grid in cents, 0 when it is absent. */
type Amount = (grid: string) => number;
type Has = (grid: string) => boolean;

interface Rule {
  readonly id: string;
  readonly fires: (g: Amount, has: Has) => boolean;
}

// Per cents times cents: everything is compared a hundredfold, so that no fraction of a cent is ever rounded.
const euros = (amount: number): number => amount * 100 * 100;
const inputBase = (g: Amount): number => g('81') + g('82') + g('83') + g('84') + g('85');

/**
 * The nine plausibility rules of Intervat (`vat-return` facts, section 3), in Intervat's order. Written here on their own, apart from the
 * product's rules, so that a mistake in one does not hide in the other.
 */
const RULES: readonly Rule[] = [
  {
    id: 'W_TVA_GRID_54O_INCORRECT_VALUE',
    fires: (g, has) => has('54') && 6 * g('01') + 12 * g('02') + 21 * g('03') - 100 * g('54') > euros(62),
  },
  { id: 'W_TVA_GRID_5657_INCORRECT_VALUE', fires: (g) => 100 * g('87') > euros(250) && g('56') === 0 && g('57') === 0 },
  { id: 'W_TVA_GRID_5657_INCORRECT_VALUE_2', fires: (g) => 100 * (g('56') + g('57')) - 21 * (g('85') + g('87')) > euros(150) },
  {
    id: 'W_TVA_GRID_55_INCORRECT_VALUE',
    fires: (g, has) => !has('55') && (has('86') || has('88')) && 100 * (g('86') + g('88')) > euros(250),
  },
  {
    id: 'W_TVA_GRID_59_INCORRECT_VALUE',
    fires: (g) => {
      const base = inputBase(g);
      const excess = 100 * g('59') - 21 * base;
      return excess >= euros(100_000) || (excess >= euros(3000) && excess >= 5 * base);
    },
  },
  { id: 'W_TVA_GRID_64_INCORRECT_VALUE', fires: (g, has) => has('64') && 100 * g('64') - 21 * g('49') > euros(62) },
  { id: 'W_TVA_GRID_55_INCORRECT_VALUE_3', fires: (g) => 6 * (g('86') + g('88')) - 100 * g('55') > euros(150) },
  { id: 'W_TVA_GRID_5657_INCORRECT_VALUE_3', fires: (g) => 6 * g('87') - 100 * (g('56') + g('57')) > euros(150) },
  { id: 'W_TVA_GRID_55_INCORRECT_VALUE_2', fires: (g) => 100 * g('55') - 21 * (g('84') + g('86') + g('88')) > euros(150) },
];

/** Identifiers of the rules that fire on these amounts (two-digit grid to cents). */
export function implausible(amounts: Readonly<Record<string, number>>): string[] {
  const has: Has = (grid) => amounts[grid] !== undefined;
  return RULES.filter((rule) => rule.fires((grid) => amounts[grid] ?? 0, has)).map((rule) => rule.id);
}
