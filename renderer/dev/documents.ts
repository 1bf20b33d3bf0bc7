import type { ClientRow } from '#shared/contract/clients.ts';
import type { DocumentFilter, DocumentGroup, DocumentRow, DocumentSectioning, DocumentSort } from '#shared/contract/documents.ts';
import { cents } from '#shared/domain/cents.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { idOf, seeded } from './random.ts';

const TYPES: readonly (readonly [DocumentGroup, string, string, string, string, string?])[] = [
  ['recovery', 'Sommation', 'Aanmaning', 'Mahnung', 'Formal demand'],
  ['payment', 'Avis de paiement', 'Betaalbericht', 'Zahlungsaufforderung', 'Payment notice'],
  [
    'receipt',
    'PDF - Accusé de réception global d’un consignment InterVat',
    'PDF - Globale ontvangstbevestiging van een InterVat-zending',
    'Globale Empfangsbestätigung für eine InterVat-Sendung',
    'PDF - Intervat receipt',
  ],
  [
    'receipt',
    'XML - Accusée de réception global d’un consignment InterVat',
    'XML - Globale ontvangstbevestiging van een InterVat-zending',
    'XML-Globalbestätigung für den Erhalt einer InterVat-Sendung',
    'XML - Intervat receipt',
    'application/xml',
  ],
  ['assessment', ' Avertissement-extrait de rôle 2025', 'Aanslagbiljet 2025', 'Steuerbescheid 2025', 'Assessment notice 2025'],
  ['sanction', 'avis d’amende 2026', 'Boetebericht 2026', 'Geldbußenbescheid 2026', 'Fine notice 2026'],
  [
    'control',
    'Demande de renseignement aux tiers',
    'Vraag om inlichtingen aan derden',
    'Ersuchen um Auskunft an Dritte',
    'Request for information',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'attestation',
    'Attestation de résidence - entreprises - 276CONV',
    'Woonplaatsattest - ondernemingen - 276CONV',
    'Wohnsitzbescheinigung - Unternehmen - 276CONV',
    'Certificate of residence',
  ],
  [
    'realEstate',
    'Relation d’enregistrement du contrat de bail',
    'Registratierelaas van het huurcontract',
    'Registrierungsbericht des Mietvertrags',
    'Registration of a lease',
  ],
];

export function makeDocuments(clients: readonly ClientRow[], count: number, today: LocalDate): DocumentRow[] {
  const random = seeded(11);
  return Array.from({ length: count }, (_, index): DocumentRow => {
    const client = clients[Math.floor(random() * clients.length)] as ClientRow;
    const kind = random();
    const [group, fr, nl, de, en, mimeType] = TYPES[
      kind < 0.04 ? 0 : 1 + Math.floor(random() * (TYPES.length - 1))
    ] as (typeof TYPES)[number];
    const age = Math.floor(random() * 90);
    const modifiedOn = addDays(today, -age);
    const chance = random();
    const work = age < 6 ? 'new' : random() < 0.15 ? 'todo' : 'done';
    const spice = random();
    const money = group === 'payment' || group === 'sanction' || group === 'recovery' || group === 'assessment';
    const due = group === 'recovery' ? 2 : group === 'payment' || group === 'sanction' ? 4 + Math.floor(spice * 30) : null;
    const archive =
      index < 3
        ? 'stored'
        : chance < 0.9
          ? 'stored'
          : age > 60
            ? 'gone'
            : chance < 0.96
              ? 'waiting'
              : chance < 0.985
                ? 'refused'
                : 'damaged';
    return {
      id: idOf(2, index),
      uuid: idOf(3, index),
      clientId: client.id,
      clientName: client.name,
      enterpriseNumber: client.enterpriseNumber,
      label: { fr, nl, de, en },
      group,
      urgent: group === 'recovery' && age < 20,
      modifiedOn,
      leavesOn: addDays(modifiedOn, 60),
      archive,
      reason: archive === 'refused' ? 'sync.refused' : null,
      work,
      seen: age >= 4,
      assigneeId: work === 'done' || spice < 0.4 ? null : idOf(4, 1 + Math.floor(spice * 3)),
      tags: spice > 0.93 ? ['à payer', 'caution'] : spice > 0.86 ? ['question client'] : [],
      noted: spice > 0.9,
      dueOn: due === null ? null : addDays(modifiedOn, due),
      dueBy: due === null ? null : group === 'recovery' ? 'label' : 'machine',
      amount: money ? cents(Math.floor(1_500 + spice ** 6 * 4_000_000)) : null,
      amountBy: money ? (spice > 0.9 ? 'person' : 'machine') : null,
      versions: spice > 0.97 ? 2 : 1,
      hit: null,
      size: archive === 'stored' ? Math.floor(6 + random() ** 4 * 4_000_000) : null,
      mimeType: archive === 'stored' ? (mimeType ?? 'application/pdf') : null,
    };
  });
}

const NOBODY = 'none';
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Words of a search without its filters, and the filters it does not know. */
export function readText(text: string | undefined): { words: string[]; notUnderstood: { field: string; value: string }[] } {
  const parts = (text ?? '').split(/\s+/).filter(Boolean);
  const filters = parts.filter((part) => /^\p{L}+:/u.test(part)).map((part) => part.split(':') as [string, string]);
  return {
    words: parts.filter((part) => !/^\p{L}+:/u.test(part)).map(plain),
    notUnderstood: filters
      .filter(([field, value]) => !['client', 'type', 'due', 'amount', 'status'].includes(field) || !value)
      .map(([field, value]) => ({ field, value })),
  };
}

/** A made-up sentence of the document that holds the word. */
function hitOf(row: DocumentRow, words: readonly string[]): DocumentRow['hit'] {
  const word = words[0];
  if (!word || row.mimeType !== 'application/pdf') return null;
  const before = '… nous vous invitons à payer la somme due au titre de ';
  return {
    text: `${before}${word} dans le délai indiqué, faute de quoi des frais seront portés en compte …`,
    marks: [[before.length, word.length]],
  };
}

export function select(
  rows: readonly DocumentRow[],
  filter: DocumentFilter,
  sort: DocumentSort,
  today: LocalDate,
  sectionBy?: DocumentSectioning,
): DocumentRow[] {
  const { words } = readText(filter.text);
  const within = filter.dueWithin === undefined ? null : addDays(today, filter.dueWithin);
  const found = rows.filter(
    (row) =>
      words.every(
        (word) =>
          plain(`${Object.values(row.label).join(' ')} ${row.clientName}`).includes(word) ||
          (word === 'somme' && row.mimeType === 'application/pdf'),
      ) &&
      (!filter.clientId || row.clientId === filter.clientId) &&
      (!filter.group || row.group === filter.group) &&
      (!filter.month || row.modifiedOn.startsWith(filter.month)) &&
      (!filter.archive || (filter.archive === 'missing' ? row.archive !== 'stored' : row.archive === filter.archive)) &&
      (filter.urgent === undefined || row.urgent === filter.urgent) &&
      (filter.seen === undefined || row.seen === filter.seen) &&
      (!filter.tag || row.tags.includes(filter.tag)) &&
      (!filter.assigneeId || (filter.assigneeId === NOBODY ? row.assigneeId === null : row.assigneeId === filter.assigneeId)) &&
      (within === null || (row.dueOn !== null && row.dueOn <= within && row.work !== 'done')) &&
      (!filter.work || (filter.work === 'inbox' ? row.work !== 'done' : row.work === filter.work)),
  );
  const value = (row: DocumentRow): string | number | null =>
    sort.by === 'label'
      ? row.label.fr
      : sort.by === 'client'
        ? row.clientName
        : sort.by === 'assignee'
          ? row.assigneeId
          : sort.by === 'urgent'
            ? Number(row.urgent)
            : row[sort.by];
  const section = (row: DocumentRow): string =>
    sectionBy === 'client' ? `${row.clientName} ${row.clientId}` : sectionBy === 'group' ? row.group : '';
  return found
    .sort((a, b) => {
      if (section(a) !== section(b)) return section(a) < section(b) ? -1 : 1;
      const left = value(a);
      const right = value(b);
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
      const order = left < right ? -1 : left > right ? 1 : 0;
      return sort.descending ? -order : order;
    })
    .map((row) => (words.length > 0 ? { ...row, hit: hitOf(row, words) } : row));
}
