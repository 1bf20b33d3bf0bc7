/** A part of a divided list, in the list's order. */
export interface LedgerSection {
  readonly key: string;
  readonly label: string;
  /** Rows of the list in this section, folded away or not. */
  readonly count: number;
  readonly folded: boolean;
}

export type LedgerItem = { readonly kind: 'head'; readonly section: number } | { readonly kind: 'row'; readonly row: number };

/**
 * Where rows and section heads stand. `row` counts the rows of the whole list, `item` what has a place on the screen (heads, and rows that are
 * not folded away), `step` the rows that have a place.
 */
export interface LedgerLayout {
  readonly rows: number;
  readonly items: number;
  readonly steps: number;
  itemAt(item: number): LedgerItem;
  /** The place of a row; of a row folded away, that of its head. */
  itemOf(row: number): number;
  /** The head a place stands under, `null` in a list without sections. */
  headOf(item: number): number | null;
  /** Rows with a place before this one. */
  stepOf(row: number): number;
  rowOfStep(step: number): number;
  sectionOf(row: number): number | null;
}

const plain = (count: number): LedgerLayout => ({
  rows: count,
  items: count,
  steps: count,
  itemAt: (row) => ({ kind: 'row', row }),
  itemOf: (row) => row,
  headOf: () => null,
  stepOf: (row) => row,
  rowOfStep: (step) => step,
  sectionOf: () => null,
});

/** The last position in an ascending list that is not after `value`. */
function lastUpTo(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function ledgerLayout(count: number, sections: readonly LedgerSection[] | undefined): LedgerLayout {
  if (!sections || sections.length === 0) return plain(count);
  const heads: number[] = [];
  const firstRows: number[] = [];
  const firstSteps: number[] = [];
  let item = 0;
  let row = 0;
  let step = 0;
  for (const section of sections) {
    heads.push(item);
    firstRows.push(row);
    firstSteps.push(step);
    const shown = section.folded ? 0 : section.count;
    item += 1 + shown;
    row += section.count;
    step += shown;
  }
  const at = (list: readonly number[], index: number): number => list[index] as number;
  const folded = (section: number): boolean => sections[section]?.folded ?? false;
  // Where sections begin at the same step, the last of them holds its row: those before show none.
  const sectionOf = (of: number): number => lastUpTo(firstRows, of);
  return {
    rows: row,
    items: item,
    steps: step,
    itemAt: (of) => {
      const section = lastUpTo(heads, of);
      const within = of - at(heads, section) - 1;
      return within < 0 ? { kind: 'head', section } : { kind: 'row', row: at(firstRows, section) + within };
    },
    itemOf: (of) => {
      const section = sectionOf(of);
      return at(heads, section) + (folded(section) ? 0 : 1 + of - at(firstRows, section));
    },
    headOf: (of) => at(heads, lastUpTo(heads, of)),
    stepOf: (of) => {
      const section = sectionOf(of);
      return at(firstSteps, section) + (folded(section) ? 0 : of - at(firstRows, section));
    },
    rowOfStep: (of) => {
      const section = lastUpTo(firstSteps, Math.min(of, step - 1));
      return at(firstRows, section) + Math.min(of, step - 1) - at(firstSteps, section);
    },
    sectionOf,
  };
}
