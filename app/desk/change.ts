import type { AuditEntry } from '#app/audit/audit.ts';
import type { Context } from '#app/core/context.ts';
import { query, type Writer } from '#app/platform/db/index.ts';
import type { DeskChange } from '#shared/contract/desk.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type Before, FIELDS, type FieldValue, restoreField, setField } from './fields.ts';
import { addTags, removeTags, restoreTags, type Tagging, taggings } from './tags.ts';
import type { Restored, Undo } from './undo.ts';

/** What the undo of a change needs: per column what it was set to and what was before, and the tags that came and went. */
interface Kept {
  readonly fields: readonly { readonly column: string; readonly after: FieldValue; readonly before: Before }[];
  readonly added: readonly Tagging[];
  readonly removed: readonly Tagging[];
}

/** One thing that happened to documents. */
interface Deed {
  readonly word: string;
  readonly params: NonNullable<AuditEntry['params']>;
  readonly documents: readonly { readonly seq: number; readonly id: string; readonly clientId: string | null }[];
}

const named = query<Deed['documents'][number], { seqs: string }>(
  'desk.named',
  'SELECT seq, id, client_id AS clientId FROM document WHERE seq IN (SELECT value FROM json_each(@seqs))',
);

const TOPICS = ['documents', 'desk', 'clients', 'status', 'activity'] as const;
/** Opening and closing an eye is kept, not told. */
const UNTOLD = new Set(['seen', 'unseen']);

export interface DeskWork {
  /** @throws GuichetError `users.unknown` */
  change(seqs: readonly number[], change: DeskChange): { changed: number; undoId: string | null };
}

export function createDeskWork(context: Context, undo: Undo): DeskWork {
  const { db, audit, users, now, events } = context;

  /** Each document's history tells it; the list of what happened has one line, however many documents there are. */
  const tell = (tx: Writer, { word, params, documents }: Deed): void => {
    const userId = users.current().id;
    const told = !UNTOLD.has(word);
    const alone = documents.length === 1;
    for (const { id, clientId } of documents)
      audit.append(tx, { kind: `document.${word}`, userId, clientId, subjectId: id, params, shown: told && alone });
    if (alone || !told) return;
    const clients = new Set(documents.map(({ clientId }) => clientId));
    const clientId = clients.size === 1 ? [...clients][0] : null;
    audit.append(tx, { kind: `documents.${word}`, userId, clientId, params: { ...params, count: documents.length }, shown: true });
  };

  undo.register('desk', (tx, text): Restored => {
    const { fields, added, removed } = JSON.parse(text) as Kept;
    const all = new Set([...fields.flatMap(({ before }) => before.map(([seq]) => seq)), ...[...added, ...removed].map(([seq]) => seq)]);
    const left = new Set(fields.flatMap(({ column, after, before }) => restoreField(tx, column, after, before)));
    for (const seq of restoreTags(tx, added, removed)) left.add(seq);
    const back = [...all].filter((seq) => !left.has(seq));
    for (const { id, clientId } of tx.all(named, { seqs: JSON.stringify(back) }))
      audit.append(tx, { kind: 'document.undone', userId: users.current().id, clientId, subjectId: id });
    return { restored: all.size - left.size, left: left.size, topics: TOPICS };
  });

  const perform = (tx: Writer, seqs: readonly number[], change: DeskChange): { deeds: Deed[]; kept: Kept } => {
    const deeds: Deed[] = [];
    const fields: Kept['fields'][number][] = [];
    for (const { column, after: wanted, word } of FIELDS) {
      const after = wanted(change, now());
      if (after === undefined) continue;
      const documents = setField(tx, column, seqs, after);
      if (documents.length === 0) continue;
      fields.push({ column, after, before: documents.map(({ seq, before }) => [seq, before]) });
      const who = column === 'assignee_id' && after !== null ? { who: users.nameOf(String(after)) ?? '' } : {};
      deeds.push({ word: word(after), params: who, documents });
    }
    const added = addTags(tx, seqs, change.addTags ?? []);
    const removed = removeTags(tx, seqs, change.removeTags ?? []);
    for (const [word, changes] of [
      ['tagged', added],
      ['untagged', removed],
    ] as const)
      for (const { tag, touched } of changes) if (touched.length > 0) deeds.push({ word, params: { tag }, documents: touched });
    return { deeds, kept: { fields, added: taggings(added), removed: taggings(removed) } };
  };

  return {
    change: (seqs, change) => {
      if (change.assigneeId && users.nameOf(change.assigneeId) === null) throw new GuichetError('users.unknown');
      const result = db.write((tx) => {
        const { deeds, kept } = perform(tx, seqs, change);
        if (deeds.length === 0) return { changed: 0, undoId: null };
        for (const deed of deeds) tell(tx, deed);
        const changed = new Set(deeds.flatMap(({ documents }) => documents.map(({ seq }) => seq))).size;
        return { changed, undoId: undo.keep(tx, 'desk', JSON.stringify(kept)) };
      });
      if (result.changed > 0) for (const topic of TOPICS) events.publish(topic);
      return result;
    },
  };
}
