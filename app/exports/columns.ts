import type { ArchiveState, DocumentGroup, WorkState } from '#shared/contract/documents.ts';
import { formatEnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Localized } from '#shared/domain/locale.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Cell } from './workbook.ts';

/** What the index tells of a document. */
export interface Listed {
  readonly client: string;
  readonly enterprise: string;
  readonly label: Localized;
  readonly group: DocumentGroup;
  /** `2026-11-20` */
  readonly modifiedOn: string;
  readonly dueOn: string | null;
  /** Cents. */
  readonly amount: number | null;
  readonly archive: ArchiveState;
  readonly reason: string | null;
  readonly work: WorkState;
  readonly assignee: string;
  readonly tags: readonly string[];
  readonly note: string;
  /** Its path in the zip, empty when it is not in it. */
  readonly file: string;
  readonly sha256: string;
  readonly uuid: string;
}

export interface Column {
  readonly title: MessageKey;
  /** In characters. */
  readonly width: number;
  readonly cell: (row: Listed, t: Translator) => Cell;
}

const text = (value: string): Cell => (value === '' ? null : { kind: 'text', text: value });
const day = (value: string | null): Cell => (value === null ? null : { kind: 'day', day: value });
/** With the country, or a table would take it for a number and drop its leading zero. */
const number = (value: string): string => (isEnterpriseNumber(value) ? `BE ${formatEnterpriseNumber(value)}` : value);

export const COLUMNS: readonly Column[] = [
  { title: 'exports.column.client', width: 30, cell: ({ client }) => text(client) },
  { title: 'exports.column.enterprise', width: 18, cell: ({ enterprise }) => text(number(enterprise)) },
  { title: 'exports.column.label', width: 44, cell: ({ label }, t) => text(label[t.locale]) },
  { title: 'exports.column.group', width: 20, cell: ({ group }, t) => text(t(`documentsView.group.${group}`)) },
  { title: 'exports.column.date', width: 13, cell: ({ modifiedOn }) => day(modifiedOn) },
  { title: 'exports.column.due', width: 13, cell: ({ dueOn }) => day(dueOn) },
  {
    title: 'exports.column.amount',
    width: 14,
    cell: ({ amount }) => (amount === null ? null : { kind: 'amount', cents: amount }),
  },
  { title: 'exports.column.state', width: 18, cell: ({ archive }, t) => text(t(`exports.state.${archive}`)) },
  {
    title: 'exports.column.reason',
    width: 40,
    cell: ({ reason }, t) => (reason === null ? null : text(t.error({ code: reason, retryable: false, action: 'none', params: {} }))),
  },
  { title: 'exports.column.work', width: 12, cell: ({ work }, t) => text(t(`exports.work.${work}`)) },
  { title: 'exports.column.assignee', width: 16, cell: ({ assignee }) => text(assignee) },
  { title: 'exports.column.tags', width: 20, cell: ({ tags }) => text(tags.join(', ')) },
  { title: 'exports.column.note', width: 40, cell: ({ note }) => text(note) },
  { title: 'exports.column.file', width: 60, cell: ({ file }) => text(file) },
  { title: 'exports.column.sha256', width: 20, cell: ({ sha256 }) => text(sha256) },
  { title: 'exports.column.uuid', width: 38, cell: ({ uuid }) => text(uuid) },
];
