import type { Database, Reader, Writer } from '#app/platform/db/index.ts';
import type { ClientField } from '#shared/contract/client-import.ts';
import type { Client, ClientRow } from '#shared/contract/clients.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { type EnterpriseNumber, formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { clientRows } from './client-rows.ts';
import { checkFolderCode } from './folder-code.ts';
import * as sql from './statements.ts';
import { blankClient, toClient, toStored } from './stored-client.ts';

export interface Clients {
  list(): ClientRow[];
  find(reader: Reader, id: string): Client | null;
  /** The client that takes what arrives for a number. */
  byNumber(reader: Reader, number: string): Client | null;
  /** The accounting firm itself, `null` before the first consent. */
  firm(reader: Reader): Client | null;
  /** @throws GuichetError `clients.number`, `clients.exists`, `clients.changed`, `clients.unknown`, `clients.folderCode`, `clients.folderCodeTaken` */
  save(tx: Writer, input: Parsed<'clients.save'>): Client;
  /**
   * The client that takes what arrives for this number, made with the number as its name when a search brings it first. `archived`: nothing
   * more is fetched for it.
   */
  ensure(tx: Writer, number: EnterpriseNumber): { readonly id: string; readonly created: boolean; readonly archived: boolean };
  /** Every client but those merged into another. */
  all(reader: Reader): Client[];
  /**
   * Writes down what a list says of a client, made when there is none with this number; what is not given stays. The caller has looked at
   * the values, the folder code among them.
   */
  describe(tx: Writer, number: EnterpriseNumber, values: Described): Client;
  markFirm(tx: Writer, number: EnterpriseNumber): void;
  /** Outcome of a sync: `trouble` is a code, `null` after success. */
  synced(tx: Writer, id: string, outcome: { readonly at: number; readonly trouble: string | null }): void;
}

/** Texts of a client as a list gives them. */
export type Described = Readonly<Partial<Record<Exclude<ClientField, 'enterpriseNumber'>, string>>>;

export interface ClientsDeps {
  readonly db: Database;
  readonly id: () => string;
  readonly today: () => LocalDate;
  /** Of clients nobody has described yet. */
  readonly language: () => Locale;
  /** How long SPF gives a document. */
  readonly lookBackDays: number;
}

export function createClients({ db, id, today, language, lookBackDays }: ClientsDeps): Clients {
  const find = (reader: Reader, clientId: string): Client | null => {
    const row = reader.get(sql.byId, { id: clientId });
    return row ? toClient(row) : null;
  };
  const byNumber = (reader: Reader, number: string): Client | null => {
    const row = reader.get(sql.byNumber, { number });
    return row ? toClient(row) : null;
  };
  const store = (tx: Writer, client: Client, named: boolean): void => {
    tx.run(sql.put, { ...toStored(client), named: named ? 1 : 0 });
  };

  /** The row a form speaks of; one a search has made meanwhile is meant too, as long as nobody has named it. */
  const target = (tx: Writer, input: Parsed<'clients.save'>, number: EnterpriseNumber): Client | null => {
    const mergedInto = tx.get(sql.ofNumber, { number })?.mergedInto ?? null;
    const taken = new GuichetError('clients.exists', { params: { number: formatEnterpriseNumber(number) } });
    if (mergedInto !== null) throw taken;
    const same = byNumber(tx, number);
    if (input.id === undefined) {
      if (same && tx.get(sql.named, { id: same.id })?.named === 1) throw taken;
      return same;
    }
    const before = find(tx, input.id);
    if (!before || tx.get(sql.mergedInto, { id: before.id })?.mergedInto) throw new GuichetError('clients.unknown');
    if (input.version !== undefined && input.version !== before.version) throw new GuichetError('clients.changed', { retryable: true });
    if (same && same.id !== before.id) throw taken;
    return before;
  };

  return {
    list: () => clientRows(db, today(), lookBackDays),
    find,
    byNumber,
    firm: (reader) => {
      const row = reader.get(sql.firm);
      return row ? toClient(row) : null;
    },
    save: (tx, input) => {
      const number = parseEnterpriseNumber(input.enterpriseNumber);
      if (!number) throw new GuichetError('clients.number', { action: 'none' });
      const before = target(tx, input, number) ?? blankClient(id(), language());
      const { version: _, id: __, ...given } = { ...input, folderCode: input.folderCode?.trim().normalize('NFC') };
      const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const client = { ...before, ...fields, enterpriseNumber: number } as Client;
      if (client.folderCode !== before.folderCode) checkFolderCode(tx, client.id, client.folderCode);
      store(tx, client, true);
      return find(tx, client.id)!;
    },
    all: (reader) => reader.all(sql.rows).map(({ lastSuccess: _, trouble: __, ...row }) => toClient(row)),
    describe: (tx, number, values) => {
      const before = byNumber(tx, number) ?? blankClient(id(), language());
      const client = { ...before, ...values, enterpriseNumber: number } as Client;
      store(tx, client, values.name !== undefined || tx.get(sql.named, { id: before.id })?.named === 1);
      return client;
    },
    ensure: (tx, number) => {
      const known = byNumber(tx, number);
      if (known) return { id: known.id, created: false, archived: known.archived };
      const client = { ...blankClient(id(), language()), enterpriseNumber: number, name: formatEnterpriseNumber(number) };
      store(tx, client, false);
      return { id: client.id, created: true, archived: false };
    },
    markFirm: (tx, number) => {
      tx.run(sql.setFirm, { number });
    },
    synced: (tx, clientId, { at, trouble }) => {
      tx.run(sql.setSynced, { id: clientId, at: trouble === null ? at : null, trouble });
    },
  };
}
