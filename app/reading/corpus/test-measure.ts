import { FACT_KINDS, type FactKind } from '#shared/contract/reading.ts';
import { readDocument } from '../extract/read-document.ts';
import type { Sample } from './test-sample.ts';

export interface Figures {
  /** Facts there are, facts the machine named, and those of them that are right. */
  readonly there: number;
  readonly named: number;
  readonly right: number;
}
export const precision = ({ named, right }: Figures): number => (named === 0 ? 1 : right / named);
export const recall = ({ there, right }: Figures): number => (there === 0 ? 1 : right / there);

export interface Miss {
  readonly sample: string;
  readonly kind: FactKind;
  readonly truth: string | undefined;
  readonly found: string | undefined;
  readonly written: string;
}

export interface Measured {
  readonly byKind: Readonly<Record<FactKind, Figures>>;
  readonly all: Figures;
  readonly misses: readonly Miss[];
  readonly documents: number;
  /** Milliseconds spent reading, the making of the documents left out. */
  readonly readingMs: number;
}

const add = (a: Figures, b: Figures): Figures => ({ there: a.there + b.there, named: a.named + b.named, right: a.right + b.right });
const NONE: Figures = { there: 0, named: 0, right: 0 };

/** Reads every sample and compares with what is known to be in it; a document that cannot be read has no facts. */
export async function measure(samples: readonly Sample[]): Promise<Measured> {
  const byKind = Object.fromEntries(FACT_KINDS.map((kind) => [kind, NONE])) as Record<FactKind, Figures>;
  const misses: Miss[] = [];
  let readingMs = 0;
  for (const { name, mimeType, bytes, truth } of samples) {
    const content = new Uint8Array(await bytes());
    const start = performance.now();
    const facts = await readDocument(content, mimeType).then(
      (document) => document.facts,
      () => [],
    );
    readingMs += performance.now() - start;
    for (const kind of FACT_KINDS) {
      const fact = facts.find((each) => each.kind === kind);
      const [expected, found] = [truth[kind], fact?.value];
      const right = found !== undefined && found === expected ? 1 : 0;
      byKind[kind] = add(byKind[kind], { there: expected === undefined ? 0 : 1, named: found === undefined ? 0 : 1, right });
      if (found !== expected) misses.push({ sample: name, kind, truth: expected, found, written: fact?.written ?? '' });
    }
  }
  return { byKind, all: Object.values(byKind).reduce(add, NONE), misses, documents: samples.length, readingMs };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

/** The figures as a table, one line for each kind of fact. */
export function table(title: string, { byKind, all, documents, readingMs }: Measured): string {
  const line = (name: string, figures: Figures): string =>
    `${name.padEnd(14)}${String(figures.there).padStart(6)}${String(figures.named).padStart(7)}${String(figures.right).padStart(7)}  ${percent(precision(figures))} ${percent(recall(figures))}`;
  return [
    `${title}: ${documents} documents, ${(readingMs / documents).toFixed(1)} ms each`,
    'fact          there  named  right  precision  recall',
    ...FACT_KINDS.map((kind) => line(kind, byKind[kind])),
    line('all', all),
  ].join('\n');
}
