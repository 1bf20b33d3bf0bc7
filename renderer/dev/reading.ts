import type { DocumentRow } from '#shared/contract/documents.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { Fact, FactKind } from '#shared/contract/reading.ts';
import { factsOfPdf } from './content.ts';

type Served = 'reading.get' | 'reading.correct' | 'reading.forget' | 'reading.again' | 'reading.status' | 'reading.text';

const WORD = [
  'Demande de renseignements aux tiers',
  'Madame, Monsieur,',
  'En vertu de l’article 322 du CIR 92, nous vous prions de nous communiquer, dans un délai d’un mois, les renseignements ci-après.',
  '1. La liste des factures émises à l’égard du contribuable en 2025.',
  '2. Les preuves de paiement de ces factures.',
  'Veuillez agréer, Madame, Monsieur, l’expression de nos sentiments distingués.',
];

/** What a machine reads in the double's documents; corrections last until the page is loaded again. */
export function makeReading(find: (id: string) => DocumentRow, emit: (...topics: Topic[]) => void): Handlers<Served> {
  const corrected = new Map<string, Fact>();
  const said = ({ group, dueOn }: DocumentRow): Fact[] =>
    group === 'recovery' && dueOn ? [{ kind: 'delay', value: '48h', written: '', source: 'label', page: null, boxes: [] }] : [];
  const read = (row: DocumentRow): Fact[] => {
    if (row.mimeType !== 'application/pdf' || row.group === 'receipt') return [];
    return [...factsOfPdf(), ...said(row)];
  };
  const key = (id: string, kind: FactKind): string => `${id} ${kind}`;
  return {
    'reading.get': ({ id }) => {
      const row = find(id);
      const found = read(row);
      const kinds = new Set([...found.map(({ kind }) => kind), ...[...corrected.values()].map(({ kind }) => kind)]);
      const facts = [...kinds].flatMap((kind) => corrected.get(key(id, kind)) ?? found.find((fact) => fact.kind === kind) ?? []);
      const state = row.group === 'sanction' ? 'waiting' : row.group === 'realEstate' ? 'unreadable' : 'read';
      return { state, reason: null, pages: 3, facts: state === 'read' ? facts : [] };
    },
    'reading.correct': ({ id, kind, value }) => {
      const before = read(find(id)).find((fact) => fact.kind === kind);
      corrected.set(key(id, kind), {
        kind,
        value,
        written: before?.written ?? '',
        source: 'person',
        page: before?.page ?? null,
        boxes: before?.boxes ?? [],
      });
      emit('reading', 'documents');
      return { undoId: null };
    },
    'reading.forget': ({ id, kind }) => {
      corrected.delete(key(id, kind));
      emit('reading', 'documents');
      return { undoId: null };
    },
    'reading.again': () => ({ waiting: 1 }),
    'reading.status': () => ({ waiting: 12, read: 8_400, unreadable: 3 }),
    'reading.text': () => ({ paragraphs: WORD }),
  };
}
