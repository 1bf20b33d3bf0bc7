import type { Client } from '#shared/contract/clients.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Locale } from '#shared/domain/locale.ts';

/** A row of the table, as the queries of this room select it. */
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

export const toClient = ({ isFirm, archived, ...row }: StoredClient): Client => ({
  ...row,
  isFirm: isFirm === 1,
  archived: archived === 1,
});

export const toStored = ({ isFirm, archived, ...client }: Client): StoredClient => ({
  ...client,
  isFirm: isFirm ? 1 : 0,
  archived: archived ? 1 : 0,
});

/** @param language of clients nobody has described yet */
export const blankClient = (id: string, language: Locale): Client => ({
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
