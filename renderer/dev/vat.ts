import type { ClientRow } from '#shared/contract/clients.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { BoardRow, ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { type Cents, cents, toDecimal } from '#shared/domain/cents.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { type Period, parsePeriodKey } from '#shared/domain/period.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { allowedEvents, type FilingState, transition } from '#shared/vat/filing-states.ts';
import { paymentInstruction } from '#shared/vat/payment.ts';
import { evaluate, isFileable, remarks } from '#shared/vat/rules/evaluate.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { idOf, seeded } from './random.ts';

interface Options {
  readonly clients: readonly ClientRow[];
  readonly emit: (...topics: Topic[]) => void;
  readonly today: () => LocalDate;
  readonly user: () => string;
  readonly settings: () => Settings;
}
export interface Entry {
  readonly id: string;
  readonly client: ClientRow;
  readonly periodKey: string;
  version: number;
  state: FilingState;
  content: ReturnContent;
  refusal: ReturnView['refusal'];
  receipt: ReturnView['receipt'];
  evidence: ReturnView['evidence'];
  /** What the view shows beyond the above. */
  extra: Partial<ReturnView>;
}
/** The returns of the double, for the doubles of single parts. */
export type VatDouble = ReturnType<typeof makeVat>;
type VatMethods =
  | 'vat.board'
  | 'vat.history'
  | 'vat.open'
  | 'vat.get'
  | 'vat.save'
  | 'vat.check'
  | 'vat.xml'
  | 'vat.approve'
  | 'vat.edit'
  | 'vat.file'
  | 'vat.release'
  | 'vat.import';

const STATES: readonly FilingState[] = [
  ...(['draft', 'ready', 'approved', 'accepted', 'refused', 'unknown', 'proven', 'queued', 'sending', 'proven', 'proven'] as const),
];
const HASH = '5b3b1f0f9a1c7a0d4c7d7f5f0e8c2b1a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a';
const qrOf = (amount: Cents, { bic, name, iban, communication }: ReturnType<typeof paymentInstruction>): string =>
  ['BCD', '002', '1', 'SCT', bic, name, iban, `EUR${toDecimal(amount)}`, '', communication, ''].join('\n');
const periodOf = (key: string): Period => parsePeriodKey(key) ?? { year: 2026, month: 10 };

export function makeVat({ clients, emit, today, user, settings }: Options) {
  const random = seeded(3);
  const grids = (): GridAmounts => {
    const base = Math.round(random() * 4_000_000 + 300_000);
    const bought = Math.round(base * (0.2 + random() * 0.6));
    return {
      '01': cents(Math.round(base * 0.16)),
      '03': cents(base),
      '54': cents(Math.round(base * 0.16 * 0.06 + base * 0.21)),
      '81': cents(bought),
      '82': cents(Math.round(bought / 3)),
      '59': cents(Math.round(bought * 0.21 * 1.3)),
    };
  };
  const blankReceipt: Entry['receipt'] = {
    pdfReference: null,
    xmlReference: null,
    pdfDocumentId: null,
    xmlDocumentId: null,
    expectedOn: null,
  };
  const entries: Entry[] = [];
  const add = (client: ClientRow, periodKey: string, state: FilingState, content: GridAmounts): Entry => {
    const entry: Entry = {
      id: idOf(6, entries.length),
      client,
      periodKey,
      version: 1,
      state,
      content: { grids: { ...content }, clientListingNihil: false, restitution: false, justifications: [] },
      refusal:
        state === 'refused'
          ? {
              helpdeskId: 'error:uuid:0F7C2B1A9D8E7F6A5B4C3D2E1F0A9B8C',
              entries: [
                {
                  identifier: 'E_TVA_DECLARANT_REGIME_NOT_ALLOWED',
                  severity: 'ERROR',
                  grids: [],
                  text: {
                    fr: 'Le régime de dépôt ne correspond pas à la période.',
                    nl: 'De indieningsregeling stemt niet overeen met de periode.',
                    de: 'Die Abgaberegelung entspricht nicht dem Zeitraum.',
                    en: 'The filing scheme does not match the period.',
                  },
                },
                {
                  identifier: 'W_TVA_GRID_59_INCORRECT_VALUE',
                  severity: 'WARNING',
                  grids: ['59'],
                  text: {
                    fr: 'La grille 59 semble trop élevée.',
                    nl: 'Rooster 59 lijkt te hoog.',
                    de: 'Raster 59 scheint zu hoch.',
                    en: 'Grid 59 seems too high.',
                  },
                },
              ],
            }
          : null,
      receipt:
        state === 'proven'
          ? { pdfReference: idOf(3, 1), xmlReference: idOf(3, 2), pdfDocumentId: idOf(2, 1), xmlDocumentId: idOf(2, 2), expectedOn: null }
          : state === 'accepted' || state === 'unknown'
            ? {
                ...blankReceipt,
                pdfReference: state === 'accepted' ? idOf(3, 1) : null,
                xmlReference: state === 'accepted' ? idOf(3, 2) : null,
                expectedOn: addDays(today(), 1),
              }
            : blankReceipt,
      extra: {},
      evidence: [{ at: '2026-11-20T09:12:00.000Z', event: 'made', who: 'Marie Exemple', correlationId: null, status: null, sha256: null }],
    };
    entries.push(entry);
    return entry;
  };
  for (const [index, client] of clients.entries()) {
    if (client.isFirm) continue;
    if (index % 4 !== 0) add(client, client.regime === 'month' ? '2026-10' : '2026-Q3', STATES[index % STATES.length] ?? 'draft', grids());
  }
  const find = (id: string): Entry => {
    const entry = entries.find((one) => one.id === id);
    if (!entry) throw new GuichetError('vat.unknown');
    return entry;
  };
  const view = (entry: Entry): ReturnView => {
    const { client, content, periodKey, state } = entry;
    const amounts = content.grids as GridAmounts;
    const findings = evaluate(
      {
        ...content,
        declarant: { vatNumber: client.enterpriseNumber, name: client.name },
        period: periodOf(periodKey),
        grids: withBalance(amounts),
        paymentAttribute: 'omit',
      },
      { today: today(), regime: client.regime ?? undefined, adviceOff: new Set(settings().adviceOff) },
    );
    const fileable = isFileable(findings);
    const { balance } = totals(amounts);
    const { legal, effective, payBy } = deadline(periodOf(periodKey));
    const { extra, client: _, ...shown } = entry;
    return {
      ...shown,
      clientId: client.id,
      clientName: client.name,
      enterpriseNumber: client.enterpriseNumber,
      regime: client.regime,
      allowed: allowedEvents(state).filter(
        (event) => ['check', 'approve', 'edit', 'send', 'queue', 'unqueue', 'portal'].includes(event) && (fileable || event !== 'check'),
      ),
      findings: findings.map((finding) => ({ ...finding, grids: [...finding.grids] })),
      fileable,
      deadline: { legal, effective, payBy },
      filedElsewhere: null,
      annexes: [],
      carried: [],
      correctionsWaiting: 0,
      approval: {
        mode: 'off',
        preparedBy: null,
        changedAt: `${today()}T08:15:00.000Z`,
        approvedBy: null,
        approvedAt: null,
        obstacle: null,
      },
      queue: null,
      receiptDifferences: [],
      replaceable: false,
      untouched: false,
      discardable: state === 'draft' || state === 'ready',
      discarded: false,
      signOff: null,
      refund: [],
      portal: null,
      previous: withBalance({ '01': cents(390000), '03': cents(2410000), '54': cents(529500), '81': cents(700000), '59': cents(260000) }),
      sha256: state === 'draft' || state === 'ready' ? null : HASH,
      error: state === 'unknown' ? { code: 'filing.no_answer', retryable: false, action: 'none', params: {} } : null,
      payment:
        balance.grid === '71' && balance.cents > 0
          ? {
              ...paymentInstruction(client.enterpriseNumber, payBy),
              amount: balance.cents,
              payBy,
              qr: qrOf(balance.cents, paymentInstruction(client.enterpriseNumber, payBy)),
            }
          : null,
      ...extra,
    };
  };
  const row = (client: ClientRow, periodKey: string): BoardRow => {
    const entry = entries.find((one) => one.client.id === client.id && one.periodKey === periodKey);
    const shown = entry ? view(entry) : null;
    const balance = entry ? totals(entry.content.grids as GridAmounts).balance : null;
    return {
      clientId: client.id,
      clientName: client.name,
      enterpriseNumber: client.enterpriseNumber,
      regime: client.regime,
      periodKey,
      returnId: entry?.id ?? null,
      state: entry?.state ?? null,
      balance: balance ? cents(balance.grid === '71' ? balance.cents : -balance.cents) : null,
      previousBalance: cents(Math.round((Number(client.enterpriseNumber) % 7919) * 37)),
      due: deadline(periodOf(periodKey)).effective,
      problems:
        shown && entry?.state === 'draft'
          ? shown.findings.filter((finding) => finding.severity !== 'advice' && !finding.justified).length
          : 0,
      advice: shown ? remarks(shown.findings).length : 0,
      filedElsewhere: shown?.filedElsewhere != null && !shown.filedElsewhere.replacing,
      replaces: entry?.content.replaces !== undefined && entry.state !== 'accepted' && entry.state !== 'proven',
      receiptLate: entry?.state === 'accepted' && (shown?.receiptDifferences.length ?? 0) > 0,
    };
  };
  const move = (id: string, event: Parameters<typeof transition>[1]): Entry => {
    const entry = find(id);
    const next = transition(entry.state, event);
    if (!next) throw new GuichetError('filing.notAllowed');
    entry.state = next;
    entry.version += 1;
    entry.evidence = [
      ...entry.evidence,
      {
        at: `${today()}T08:15:0${entry.version % 10}.000Z`,
        event,
        who: user(),
        correlationId: event === 'accept' ? idOf(9, 1) : null,
        status: event === 'accept' ? 200 : null,
        sha256: event === 'approve' ? HASH : null,
      },
    ];
    emit('vat', 'activity');
    return entry;
  };
  const xmlOf = (entry: Entry): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<VATConsignment xmlns="http://www.minfin.fgov.be/VATConsignment" xmlns:common="http://www.minfin.fgov.be/InputCommon" VATDeclarationsNbr="1">\n  <VATDeclaration SequenceNumber="1">\n    <Declarant>\n      <common:VATNumber>${entry.client.enterpriseNumber}</common:VATNumber>\n    </Declarant>\n    <Data>\n${Object.entries(
      withBalance(entry.content.grids as GridAmounts),
    )
      .map(([grid, value]) => `      <Amount GridNumber="${Number(grid)}">${toDecimal(value as Cents)}</Amount>`)
      .join(
        '\n',
      )}\n    </Data>\n    <ClientListingNihil>NO</ClientListingNihil>\n    <Ask Restitution="NO"/>\n  </VATDeclaration>\n</VATConsignment>`;
  const handlers: Handlers<VatMethods> = {
    'vat.board': ({ month }) => {
      const shown = month ?? '2026-10';
      const filers = clients.filter((client) => client.regime !== null);
      return {
        months: ['2026-11', '2026-10', '2026-09', '2026-08'],
        month: shown,
        rows: filers.map((client) => row(client, client.regime === 'month' ? shown : '2026-Q3')),
      };
    },
    'vat.history': ({ clientId }) => {
      const client = clients.find((one) => one.id === clientId);
      if (!client) throw new GuichetError('clients.unknown');
      return {
        rows: (client.regime === 'month' ? ['2026-10', '2026-09', '2026-08', '2026-07'] : ['2026-Q3', '2026-Q2', '2026-Q1']).map((key) =>
          row(client, key),
        ),
      };
    },
    'vat.open': ({ clientId, periodKey }) => {
      const client = clients.find((one) => one.id === clientId) as ClientRow;
      return view(entries.find((one) => one.client.id === clientId && one.periodKey === periodKey) ?? add(client, periodKey, 'draft', {}));
    },
    'vat.get': ({ id }) => view(find(id)),
    'vat.save': ({ id, version, content }) => {
      const entry = find(id);
      if (entry.version !== version) throw new GuichetError('vat.conflict');
      entry.content = content;
      entry.version += 1;
      emit('vat');
      return view(entry);
    },
    'vat.check': ({ id }) => view(move(id, 'check')),
    'vat.xml': ({ id }) => ({ xml: xmlOf(find(id)), sha256: HASH, frozen: !['draft', 'ready'].includes(find(id).state) }),
    'vat.approve': ({ id }) => view(move(id, 'approve')),
    'vat.edit': ({ id }) => view(move(id, 'edit')),
    'vat.file': ({ id }) => {
      move(id, 'send');
      const entry = move(id, 'accept');
      entry.receipt = { ...blankReceipt, pdfReference: idOf(3, 1), xmlReference: idOf(3, 2), expectedOn: addDays(today(), 1) };
      return view(entry);
    },
    'vat.release': ({ id }) => view(move(id, 'release')),
    'vat.import': () => {
      const first = clients[12] as ClientRow;
      const entry = add(first, '2026-11', 'draft', grids());
      emit('vat');
      return {
        declarations: [
          {
            sequence: 1,
            enterpriseNumber: first.enterpriseNumber,
            periodKey: '2026-11',
            clientName: first.name,
            returnId: entry.id,
            error: null,
            findings: view(entry).findings,
          },
          {
            sequence: 2,
            enterpriseNumber: '0999999922',
            periodKey: '2026-11',
            clientName: null,
            returnId: null,
            error: { code: 'vat.import.already_filed', retryable: false, action: 'none', params: {} },
            findings: [],
          },
        ],
      };
    },
  };
  return {
    handlers,
    entries,
    find,
    add,
    move,
    view,
    nameOf: (clientId: string): string => clients.find((client) => client.id === clientId)?.name ?? '',
    toDo: (): number =>
      entries.filter((entry) => ['draft', 'ready', 'approved', 'queued', 'refused', 'unknown'].includes(entry.state)).length,
    receive: (): void => {
      for (const entry of entries) {
        if (entry.state !== 'accepted') continue;
        move(entry.id, 'receipt');
        entry.receipt = { ...entry.receipt, pdfDocumentId: idOf(2, 1), xmlDocumentId: idOf(2, 2), expectedOn: null };
      }
    },
  };
}
