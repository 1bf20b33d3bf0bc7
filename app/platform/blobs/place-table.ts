/** Words of a slot: two of the name, segment + 1, place, length. */
const WORDS = 5;
const FIRST_SLOTS = 1024;

export interface TablePlace {
  /** Number that the caller gave. */
  readonly segment: number;
  readonly at: number;
  readonly length: number;
}

/**
 * Where contents lie, by name: 20 bytes for each, so that an archive of a million documents fits into memory several times over. Eight bytes
 * of a name stand for all of it, since whoever reads compares the content's hash anyway. A name may have several places.
 */
export interface PlaceTable {
  add(name: string, place: TablePlace): void;
  /** Newest first. */
  find(name: string): TablePlace[];
}

export function createPlaceTable(): PlaceTable {
  let slots = FIRST_SLOTS;
  let words = new Uint32Array(slots * WORDS);
  let used = 0;

  const keyOf = (name: string): [number, number] => [Number.parseInt(name.slice(0, 8), 16), Number.parseInt(name.slice(8, 16), 16)];

  const put = (high: number, low: number, segment: number, at: number, length: number): void => {
    let slot = high % slots;
    while (words[slot * WORDS + 2] !== 0) slot = (slot + 1) % slots;
    words.set([high, low, segment, at, length], slot * WORDS);
  };

  const grow = (): void => {
    const old = words;
    slots *= 2;
    words = new Uint32Array(slots * WORDS);
    for (const from of inOrder(old)) put(old[from]!, old[from + 1]!, old[from + 2]!, old[from + 3]!, old[from + 4]!);
  };

  const matches = (name: string, visit: (start: number) => void): void => {
    const [high, low] = keyOf(name);
    for (let slot = high % slots; words[slot * WORDS + 2] !== 0; slot = (slot + 1) % slots) {
      const start = slot * WORDS;
      if (words[start] === high && words[start + 1] === low) visit(start);
    }
  };

  return {
    add: (name, { segment, at, length }) => {
      used += 1;
      if (used > slots * 0.7) grow();
      const [high, low] = keyOf(name);
      put(high, low, segment + 1, at, length);
    },
    find: (name) => {
      const found: TablePlace[] = [];
      matches(name, (start) => found.unshift({ segment: words[start + 2]! - 1, at: words[start + 3]!, length: words[start + 4]! }));
      return found;
    },
  };
}

/** Filled slots in an order that keeps those of one name as they were: from just behind an empty one, all the way round. */
function* inOrder(words: Uint32Array): Generator<number> {
  const slots = words.length / WORDS;
  let first = 0;
  while (words[first * WORDS + 2] !== 0) first += 1;
  for (let step = 0; step < slots; step++) {
    const start = ((first + step) % slots) * WORDS;
    if (words[start + 2] !== 0) yield start;
  }
}
