import type { AuditReport } from '#shared/contract/audit.ts';
import { type MessageKey, messages } from '#shared/i18n/messages.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { type NamedRow, paramsOf, withoutNationalNumbers } from '../entries.ts';

export interface Column {
  readonly title: MessageKey;
  readonly value: (row: NamedRow, t: Translator) => string | number | null;
}

const isMessage = (key: string): key is MessageKey => key in messages;

/** What an entry says in words; one without words of its own by its kind. */
export function wordsOf(row: NamedRow, t: Translator): string {
  const key = `activity.${row.kind}`;
  return isMessage(key) ? t(key, paramsOf(row)) : row.kind;
}
const hex = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString('hex'));

const WHEN: Column = { title: 'audit.column.at', value: ({ at }) => new Date(at).toISOString() };
const WHO: Column = { title: 'audit.column.who', value: ({ userName }, t) => userName ?? t('audit.program') };
const WHAT: Column = { title: 'audit.column.what', value: wordsOf };
const CLIENT: Column = { title: 'audit.column.client', value: ({ clientName }) => clientName };
const NUMBER: Column = { title: 'audit.column.enterprise', value: ({ clientNumber }) => clientNumber };
const DOCUMENT: Column = {
  title: 'audit.column.document',
  value: (row, { locale }) => (row[locale] === null ? null : withoutNationalNumbers(row[locale])),
};
const UUID: Column = { title: 'audit.column.uuid', value: ({ documentUuid }) => documentUuid };
const SEQ: Column = { title: 'audit.column.seq', value: ({ seq }) => seq };

/** What a report says of each entry: for people and their spreadsheets. */
export const COLUMNS: Readonly<Record<AuditReport, readonly Column[]>> = {
  consultations: [SEQ, WHEN, WHO, WHAT, CLIENT, NUMBER, DOCUMENT, UUID],
  trail: [
    ...[SEQ, WHEN, WHO, WHAT, CLIENT, NUMBER, DOCUMENT, UUID],
    { title: 'audit.column.kind', value: ({ kind }) => kind },
    { title: 'audit.column.correlation', value: ({ correlationId }) => correlationId },
    { title: 'audit.column.status', value: ({ status }) => status },
    { title: 'audit.column.duration', value: ({ durationMs }) => durationMs },
    { title: 'audit.column.bytes', value: ({ bytes }) => bytes },
    { title: 'audit.column.hash', value: ({ hash }) => hex(hash) },
  ],
};

/** The same for programs: stable names, identifiers, the links of the chain. */
export function jsonOf(row: NamedRow, report: AuditReport): Readonly<Record<string, unknown>> {
  const { seq, id, at, kind, userId, userName, clientNumber, clientName, documentUuid } = row;
  const common = {
    seq,
    id,
    at: new Date(at).toISOString(),
    kind,
    userId,
    user: userName,
    enterpriseNumber: clientNumber,
    client: clientName,
  };
  if (report === 'consultations') return { ...common, documentUuid, params: paramsOf(row) };
  const { clientId, subjectId, correlationId, status, durationMs, bytes, shown, hash } = row;
  return {
    ...{ ...common, documentUuid, clientId, subjectId, correlationId, status, durationMs, bytes },
    ...{ params: paramsOf(row), shown, hash: hex(hash) },
  };
}
