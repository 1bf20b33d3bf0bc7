import type { FactBox, FactKind } from '#shared/contract/reading.ts';
import type { Flow } from '../layout/flow.ts';
import { amountReader } from './amount.ts';
import { type Candidate, ENOUGH, type Reader } from './candidate.ts';
import { communicationReader } from './communication.ts';
import { delayReader } from './delay.ts';
import { dueReader } from './due.ts';
import { ibanReader } from './iban.ts';
import { periodReader } from './period.ts';
import { taxYearReader } from './tax-year.ts';

/** A value the machine found, as it is written and where. */
export interface ReadFact {
  readonly kind: FactKind;
  readonly value: string;
  readonly written: string;
  readonly page: number | null;
  readonly boxes: readonly FactBox[];
}

/** The document's text in the two ways it can be followed. */
export interface Flows {
  readonly blocks: readonly Flow[];
  readonly rows: readonly Flow[];
}

const READERS: readonly Reader[] = [amountReader, dueReader, delayReader, ibanReader, communicationReader, taxYearReader, periodReader];

interface Found {
  readonly flow: Flow;
  readonly candidate: Candidate;
}

function best(reader: Reader, flows: Flows): Found | null {
  const inOrder = [...flows.blocks, ...(reader.acrossColumns ? flows.rows : [])];
  const found = inOrder.flatMap((flow) => reader.find(flow).map((candidate): Found => ({ flow, candidate })));
  // Of equals the first: what a letter has to say stands before its annexes.
  return found.reduce<Found | null>(
    (top, each) => (each.candidate.score >= ENOUGH && (top === null || each.candidate.score > top.candidate.score) ? each : top),
    null,
  );
}

/** The facts of a document, at most one of each kind: the one its words speak for most. */
export function readFacts(flows: Flows): ReadFact[] {
  return READERS.flatMap((reader) => {
    const found = best(reader, flows);
    if (!found) return [];
    const { value, start, end } = found.candidate;
    const written = found.flow.text.slice(start, end).replace(/\s+/g, ' ').trim();
    return [{ kind: reader.kind, value, written, ...found.flow.place(start, end) }];
  });
}
