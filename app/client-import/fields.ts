import { isFolderCode } from '#app/clients/folder-code.ts';
import type { ClientField } from '#shared/contract/client-import.ts';
import { countryOf } from './values/countries.ts';
import { languageOf } from './values/languages.ts';
import { regimeOf } from './values/regimes.ts';

/** Everything of a client that a list can tell, but the number. */
export type ValueField = Exclude<ClientField, 'enterpriseNumber'>;

/** `value`: as the client would keep it, empty for nothing; `problem`: a code, the value is left out then. */
export interface Read {
  readonly value: string;
  readonly problem?: string;
}

const EMAIL = /^[^\s@<>;,]+@[^\s@<>;,]+\.[\p{L}\d-]{2,}$/u;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const known = (value: string | null, problem: string): Read => (value === null ? { value: '', problem } : { value });

/** How a cell becomes a value; never called with an empty cell. */
export const READERS: Readonly<Record<ValueField, (cell: string) => Read>> = {
  name: (cell) => ({ value: oneLine(cell).slice(0, 200) }),
  folderCode: (cell) => (isFolderCode(oneLine(cell)) ? { value: oneLine(cell) } : { value: '', problem: 'clientImport.folderCode' }),
  street: (cell) => ({ value: oneLine(cell).slice(0, 200) }),
  postCode: (cell) => ({
    value: oneLine(cell)
      .replace(/^B\s*-\s*(?=\d{4}$)/i, '')
      .replace(/^(\d{4})[.,]0+$/, '$1')
      .slice(0, 20),
  }),
  city: (cell) => ({ value: oneLine(cell).slice(0, 100) }),
  countryCode: (cell) => known(countryOf(oneLine(cell)), 'clientImport.country'),
  email: (cell) => {
    // Lists put several in one cell; a client has one.
    const first = cell.split(/[;,\s]+/).find((part) => part !== '') ?? '';
    const address = first.replace(/^mailto:/i, '').replace(/^<|>$/g, '');
    return EMAIL.test(address) ? { value: address } : { value: '', problem: 'clientImport.email' };
  },
  phone: (cell) => ({ value: oneLine(cell).slice(0, 40) }),
  language: (cell) => known(languageOf(cell), 'clientImport.language'),
  regime: (cell) => {
    const regime = regimeOf(cell);
    return known(regime === 'none' ? '' : regime, 'clientImport.regime');
  },
};

/** `4000 Liège` in the column of towns, where there is none of post codes. */
export const TOWN = /^(?:B\s*-\s*)?(\d{4})\s+(\p{L}.*)$/u;
