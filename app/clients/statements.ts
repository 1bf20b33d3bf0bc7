import { command, query } from '#app/platform/db/index.ts';
import type { StoredClient } from './stored-client.ts';

interface StoredRow extends StoredClient {
  readonly lastSuccess: number | null;
  readonly trouble: string | null;
}

const COLUMNS = `c.id, c.enterprise_number AS enterpriseNumber, c.name, c.street, c.post_code AS postCode, c.city,
  c.country_code AS countryCode, c.email, c.phone, c.language, c.regime, c.is_firm AS isFirm,
  c.folder_code AS folderCode, c.archived, c.version`;

export const byId = query<StoredClient, { id: string }>('clients.byId', `SELECT ${COLUMNS} FROM client c WHERE c.id = @id`);
/** Whether another client takes what arrives for this number. */
export const ofNumber = query<{ mergedInto: string | null }, { number: string }>(
  'clients.ofNumber',
  'SELECT merged_into AS mergedInto FROM client WHERE enterprise_number = @number',
);
/** The client that takes what arrives for this number. */
export const byNumber = query<StoredClient, { number: string }>(
  'clients.byNumber',
  `SELECT ${COLUMNS} FROM client n JOIN client c ON c.id = coalesce(n.merged_into, n.id) WHERE n.enterprise_number = @number`,
);
export const firm = query<StoredClient>('clients.firm', `SELECT ${COLUMNS} FROM client c WHERE c.is_firm = 1 ORDER BY c.id LIMIT 1`);
export const mergedInto = query<{ mergedInto: string | null }, { id: string }>(
  'clients.mergedInto',
  'SELECT merged_into AS mergedInto FROM client WHERE id = @id',
);
export const named = query<{ named: number }, { id: string }>('clients.named', 'SELECT named FROM client WHERE id = @id');
export const rows = query<StoredRow>(
  'clients.rows',
  `SELECT ${COLUMNS}, c.last_success AS lastSuccess, c.trouble FROM client c WHERE c.merged_into IS NULL
   ORDER BY c.is_firm DESC, c.name COLLATE NOCASE, c.id`,
);
/** Few groups for each client, counted along one index. */
export const counts = query<{ clientId: string; work: string; urgent: number; count: number }>(
  'clients.counts',
  `SELECT client_id AS clientId, work, urgent, count(*) AS count FROM document WHERE client_id IS NOT NULL
   GROUP BY client_id, work, urgent`,
);
/** Documents SPF still gives, but not for long, and the archive does not have. */
export const leaving = query<{ clientId: string; count: number }, { from: string; before: string }>(
  'clients.leaving',
  `SELECT client_id AS clientId, count(*) AS count FROM document
   WHERE archive IN ('waiting', 'damaged', 'refused') AND modified_on BETWEEN @from AND @before AND client_id IS NOT NULL GROUP BY client_id`,
);
/** Names of folders that are taken or may be: the firms' own short names, and the numbers that stand in where there is none. */
export const folders = query<{ id: string; folder: string }>(
  'clients.folders',
  `SELECT id, enterprise_number AS folder FROM client
   UNION ALL SELECT id, folder_code FROM client WHERE folder_code <> '' AND merged_into IS NULL`,
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
export const staleDocuments = command<{ id: string }>('clients.staleDocuments', 'UPDATE document SET indexed = 0 WHERE client_id = @id');
