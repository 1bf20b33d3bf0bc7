import { query, type Reader } from '#app/platform/db/index.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { Declarant } from '#shared/vat/types.ts';

/** What filing needs to know of a client; `lastSuccess` is when its documents were last searched to the end, epoch milliseconds. */
export type FilingClient = { readonly lastSuccess: number | null } & Pick<
  Client,
  'id' | 'enterpriseNumber' | 'name' | 'street' | 'postCode' | 'city' | 'countryCode' | 'email' | 'phone' | 'regime' | 'isFirm'
>;

const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The declarant of a return; empty fields are left out, the schema allows none of them to be empty. */
export const declarantOf = (client: FilingClient): Declarant => ({
  vatNumber: client.enterpriseNumber,
  name: orNothing(client.name),
  street: orNothing(client.street),
  postCode: orNothing(client.postCode),
  city: orNothing(client.city),
  countryCode: orNothing(client.countryCode),
  emailAddress: orNothing(client.email),
  phone: orNothing(client.phone),
});

type Row = Omit<FilingClient, 'isFirm'> & { readonly isFirm: number };
const columns = (regime = 'regime'): string =>
  `id, enterprise_number AS enterpriseNumber, name, street, post_code AS postCode, city, country_code AS countryCode,
  email, phone, ${regime}, is_firm AS isFirm,
  last_success AS lastSuccess`;
const clientById = query<Row, { id: string }>('filing.clientById', `SELECT ${columns()} FROM client WHERE id = @id`);
const clientByNumber = query<Row, { number: string }>(
  'filing.clientByNumber',
  `SELECT ${columns()} FROM client WHERE enterprise_number = @number`,
);
/** Of one no longer looked after nothing is due any more; the returns it has are still shown. */
const DUE = columns('iif(archived = 0 AND merged_into IS NULL, regime, NULL) AS regime');
const everyClient = query<Row>('filing.clients', `SELECT ${DUE} FROM client ORDER BY name COLLATE NOCASE, id`);
const dueById = query<Row, { id: string }>('filing.dueById', `SELECT ${DUE} FROM client WHERE id = @id`);

const parse = (row: Row): FilingClient => ({ ...row, isFirm: row.isFirm === 1 });
const parseOr = (row: Row | undefined): FilingClient | undefined => row && parse(row);

/** Clients as filing sees them; only the clients topic changes them. */
export const clientDirectory = {
  byId: (db: Reader, id: string): FilingClient | undefined => parseOr(db.get(clientById, { id })),
  byNumber: (db: Reader, number: string): FilingClient | undefined => parseOr(db.get(clientByNumber, { number })),
  /** With the regime by which returns are due now: none for one no longer looked after. */
  dueById: (db: Reader, id: string): FilingClient | undefined => parseOr(db.get(dueById, { id })),
  all: (db: Reader): FilingClient[] => db.all(everyClient).map(parse),
};
