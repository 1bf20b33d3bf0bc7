import type { Database, Reader, Writer } from '#app/platform/db/index.ts';
import type { Client, ClientRow } from '#shared/contract/clients.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { type EnterpriseNumber, formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Locale } from '#shared/domain/locale.ts';
import * as sql from './statements.ts';

export interface Clients {
  list(): ClientRow[];
  find(reader: Reader, id: string): Client | null;
  byNumber(reader: Reader, number: string): Client | null;
  /** The accounting firm itself, `null` before the first consent. */
  firm(reader: Reader): Client | null;
  /** @throws GuichetError `clients.number`, `clients.exists`, `clients.changed`, `clients.unknown` */
  save(tx: Writer, input: Parsed<'clients.save'>): Client;
  /** The client with this number, made with the number as its name when a search brings it first. */
  ensure(tx: Writer, number: EnterpriseNumber): { readonly id: string; readonly created: boolean };
  markFirm(tx: Writer, number: EnterpriseNumber): void;
  /** Outcome of a sync: `trouble` is a code, `null` after success. */
  synced(tx: Writer, id: string, outcome: { readonly at: number; readonly trouble: string | null }): void;
}

const toClient = ({ isFirm, archived, ...row }: sql.StoredClient): Client => ({ ...row, isFirm: isFirm === 1, archived: archived === 1 });

/** @param language of clients nobody has described yet */
export function createClients(db: Database, id: () => string, language: () => Locale): Clients {
  const find = (reader: Reader, clientId: string): Client | null => {
    const row = reader.get(sql.byId, { id: clientId });
    return row ? toClient(row) : null;
  };
  const byNumber = (reader: Reader, number: string): Client | null => {
    const row = reader.get(sql.byNumber, { number });
    return row ? toClient(row) : null;
  };
  const store = (tx: Writer, client: Client, named: boolean): void => {
    const { isFirm, archived, ...rest } = client;
    tx.run(sql.put, { ...rest, isFirm: isFirm ? 1 : 0, archived: archived ? 1 : 0, named: named ? 1 : 0 });
  };

  /** The row a form speaks of; one a search has made meanwhile is meant too, as long as nobody has named it. */
  const target = (tx: Writer, input: Parsed<'clients.save'>, number: EnterpriseNumber): Client | null => {
    const same = byNumber(tx, number);
    if (input.id === undefined) {
      if (same && tx.get(sql.named, { id: same.id })?.named === 1)
        throw new GuichetError('clients.exists', { params: { number: formatEnterpriseNumber(number) } });
      return same;
    }
    const before = find(tx, input.id);
    if (!before) throw new GuichetError('clients.unknown');
    if (input.version !== undefined && input.version !== before.version) throw new GuichetError('clients.changed', { retryable: true });
    if (same && same.id !== before.id) throw new GuichetError('clients.exists', { params: { number: formatEnterpriseNumber(number) } });
    return before;
  };

  return {
    list: () =>
      db.all(sql.rows).map(({ lastSuccess, ...row }) => ({
        ...toClient(row),
        lastSuccess: lastSuccess === null ? null : new Date(lastSuccess).toISOString(),
        documents: row.documents,
        newDocuments: row.newDocuments,
        urgent: row.urgent,
        trouble: row.trouble,
        leaving: 0,
      })),
    find,
    byNumber,
    firm: (reader) => {
      const row = reader.get(sql.firm);
      return row ? toClient(row) : null;
    },
    save: (tx, input) => {
      const number = parseEnterpriseNumber(input.enterpriseNumber);
      if (!number) throw new GuichetError('clients.number', { action: 'none' });
      const before = target(tx, input, number) ?? blank(id(), language());
      const { version: _, id: __, ...given } = input;
      const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const client = { ...before, ...fields, enterpriseNumber: number } as Client;
      store(tx, client, true);
      tx.run(sql.staleDocuments, { id: client.id });
      return find(tx, client.id)!;
    },
    ensure: (tx, number) => {
      const known = byNumber(tx, number);
      if (known) return { id: known.id, created: false };
      const client = { ...blank(id(), language()), enterpriseNumber: number, name: formatEnterpriseNumber(number) };
      store(tx, client, false);
      return { id: client.id, created: true };
    },
    markFirm: (tx, number) => {
      tx.run(sql.setFirm, { number });
    },
    synced: (tx, clientId, { at, trouble }) => {
      tx.run(sql.setSynced, { id: clientId, at: trouble === null ? at : null, trouble });
    },
  };
}

const blank = (id: string, language: Locale): Client => ({
  id,
  enterpriseNumber: '' as EnterpriseNumber,
  name: '',
  street: '',
  postCode: '',
  city: '',
  countryCode: 'BE',
  email: '',
  phone: '',
  language,
  regime: null,
  isFirm: false,
  folderCode: '',
  archived: false,
  version: 1,
});
