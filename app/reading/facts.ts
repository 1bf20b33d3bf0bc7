import { typeOfKey } from '#app/classifier/classify.ts';
import type { Reader, Writer } from '#app/platform/db/index.ts';
import { FACT_KINDS, type Fact } from '#shared/contract/reading.ts';
import { type Delay, delayText } from '#shared/domain/delay.ts';
import { effective, type Said } from './effective.ts';
import { type Readable, readings, type StoredFact } from './reading-repository.ts';

/** The delay a document's type carries, unless it is only a window in which one may object. */
function labelDelay(labelKey: string): Delay | null {
  const delay = typeOfKey(labelKey)?.delay;
  return delay && delay.to !== 'object' ? delay : null;
}

const saidBy = (facts: readonly StoredFact[], source: StoredFact['source']): Said =>
  Object.fromEntries(facts.filter((fact) => fact.source === source).map(({ kind, value }) => [kind, value]));

/** Brings due date and amount of the document's row in line with its facts. */
export function settleEffective(tx: Writer, { seq, labelKey, modifiedOn }: Readable): void {
  const facts = readings.facts(tx, seq);
  const sources = { person: saidBy(facts, 'person'), machine: saidBy(facts, 'machine'), label: labelDelay(labelKey), modifiedOn };
  readings.setEffective(tx, seq, effective(sources));
}

/** What counts of each kind: a person's word, else the machine's, else for the delay what the label says. */
export function factsOf(reader: Reader, { seq, labelKey }: Readable): Fact[] {
  const facts = readings.facts(reader, seq);
  const label = labelDelay(labelKey);
  return FACT_KINDS.flatMap((kind): Fact[] => {
    const of = (source: StoredFact['source']): StoredFact | undefined => facts.find((fact) => fact.kind === kind && fact.source === source);
    const fact = of('person') ?? of('machine');
    if (fact) return [{ ...fact, boxes: [...fact.boxes] }];
    return kind === 'delay' && label ? [{ kind, value: delayText(label), written: '', source: 'label', page: null, boxes: [] }] : [];
  });
}
