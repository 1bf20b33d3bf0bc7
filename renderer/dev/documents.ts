import type { ClientRow } from '#shared/contract/clients.ts';
import type { DocumentFilter, DocumentGroup, DocumentRow, DocumentSort } from '#shared/contract/documents.ts';
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
      work: age < 6 ? 'new' : random() < 0.15 ? 'todo' : 'done',
      seen: age >= 4,
      assigneeId: null,
      tags: [],
      noted: false,
      dueOn: group === 'recovery' ? addDays(modifiedOn, 2) : null,
      dueBy: group === 'recovery' ? 'label' : null,
      amount: null,
      amountBy: null,
      versions: 1,
      hit: null,
      size: archive === 'stored' ? Math.floor(6 + random() ** 4 * 4_000_000) : null,
      mimeType: archive === 'stored' ? (mimeType ?? 'application/pdf') : null,
    };
  });
}

export function select(rows: readonly DocumentRow[], filter: DocumentFilter, sort: DocumentSort): DocumentRow[] {
  const words = filter.text?.toLowerCase();
  const found = rows.filter(
    (row) =>
      (!words || `${Object.values(row.label).join(' ')} ${row.clientName}`.toLowerCase().includes(words)) &&
      (!filter.clientId || row.clientId === filter.clientId) &&
      (!filter.group || row.group === filter.group) &&
      (!filter.month || row.modifiedOn.startsWith(filter.month)) &&
      (!filter.archive || row.archive === filter.archive) &&
      (!filter.urgent || row.urgent) &&
      (!filter.work || (filter.work === 'inbox' ? row.work !== 'done' : row.work === filter.work)),
  );
  const value = (row: DocumentRow): string | number =>
    sort.by === 'label'
      ? row.label.fr
      : sort.by === 'client'
        ? row.clientName
        : sort.by === 'assignee'
          ? (row.assigneeId ?? '')
          : sort.by === 'urgent'
            ? Number(row.urgent)
            : (row[sort.by] ?? 0);
  return found.sort((a, b) => {
    const left = value(a);
    const right = value(b);
    const order = left < right ? -1 : left > right ? 1 : 0;
    return sort.descending ? -order : order;
  });
}
