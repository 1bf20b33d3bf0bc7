import { command, query } from '#app/platform/db/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Locale } from '#shared/domain/locale.ts';

export interface StoredClient {
  readonly id: string;
  readonly enterpriseNumber: EnterpriseNumber;
  readonly name: string;
  readonly street: string;
  readonly postCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly email: string;
  readonly phone: string;
  readonly language: Locale;
  readonly regime: 'month' | 'quarter' | null;
  readonly isFirm: number;
  readonly folderCode: string;
  readonly archived: number;
  readonly version: number;
}

interface StoredRow extends StoredClient {
  readonly documents: number;
  readonly newDocuments: number;
  readonly urgent: number;
  readonly lastSuccess: number | null;
  readonly trouble: string | null;
}

const COLUMNS = `c.id, c.enterprise_number AS enterpriseNumber, c.name, c.street, c.post_code AS postCode, c.city,
  c.country_code AS countryCode, c.email, c.phone, c.language, c.regime, c.is_firm AS isFirm,
  c.folder_code AS folderCode, c.archived, c.version`;

export const byId = query<StoredClient, { id: string }>('clients.byId', `SELECT ${COLUMNS} FROM client c WHERE c.id = @id`);
export const byNumber = query<StoredClient, { number: string }>(
  'clients.byNumber',
  `SELECT ${COLUMNS} FROM client c WHERE c.enterprise_number = @number`,
);
export const firm = query<StoredClient>('clients.firm', `SELECT ${COLUMNS} FROM client c WHERE c.is_firm = 1 ORDER BY c.id LIMIT 1`);
export const named = query<{ named: number }, { id: string }>('clients.named', 'SELECT named FROM client WHERE id = @id');
export const count = query<{ count: number }>('clients.count', 'SELECT count(*) AS count FROM client');
export const rows = query<StoredRow>(
  'clients.rows',
  `SELECT ${COLUMNS}, c.last_success AS lastSuccess, c.trouble, coalesce(d.documents, 0) AS documents,
     coalesce(d.newDocuments, 0) AS newDocuments, coalesce(d.urgent, 0) AS urgent
   FROM client c LEFT JOIN (
     SELECT client_id, count(*) AS documents, sum(work = 'new') AS newDocuments, sum(urgent = 1 AND work <> 'done') AS urgent
     FROM document GROUP BY client_id
   ) d ON d.client_id = c.id
   ORDER BY c.is_firm DESC, c.name COLLATE NOCASE, c.id`,
);
export const put = command<StoredClient & { named: number }>(
  'clients.put',
  `INSERT INTO client (id, enterprise_number, name, named, street, post_code, city, country_code, email, phone, language, regime, is_firm, folder_code, archived)
   VALUES (@id, @enterpriseNumber, @name, @named, @street, @postCode, @city, @countryCode, @email, @phone, @language, @regime, @isFirm,
     @folderCode, @archived)
   ON CONFLICT (id) DO UPDATE SET enterprise_number = excluded.enterprise_number, name = excluded.name, named = excluded.named,
     street = excluded.street, post_code = excluded.post_code, city = excluded.city, country_code = excluded.country_code,
     email = excluded.email, phone = excluded.phone, language = excluded.language, regime = excluded.regime, folder_code = excluded.folder_code, archived = excluded.archived,
     version = version + 1`,
);
export const setFirm = command<{ number: string }>(
  'clients.firm.set',
  'UPDATE client SET is_firm = 1, version = version + 1 WHERE enterprise_number = @number AND is_firm = 0',
);
export const setSynced = command<{ id: string; at: number | null; trouble: string | null }>(
  'clients.synced',
  'UPDATE client SET last_success = coalesce(@at, last_success), trouble = @trouble WHERE id = @id',
);
/** The full text holds the client's name. */
export const staleDocuments = command<{ id: string }>('clients.staleDocuments', 'UPDATE document SET indexed = 0 WHERE client_id = @id');
