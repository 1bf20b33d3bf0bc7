import type { Context } from '#app/core/context.ts';
import type { Undo } from '#app/desk/undo.ts';
import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly isFirm: number;
  readonly mergedInto: string | null;
  /** Clients merged into this one before. */
  readonly followers: string;
  readonly returns: number;
}

type Pair = { readonly from: string; readonly into: string };
const candidate = query<Candidate, { id: string }>(
  'clients.candidate',
  `SELECT id, enterprise_number AS number, is_firm AS isFirm, merged_into AS mergedInto,
     (SELECT json_group_array(f.id) FROM client f WHERE f.merged_into = client.id) AS followers,
     EXISTS (SELECT 1 FROM vat_return WHERE client_id = client.id) AS returns
   FROM client WHERE id = @id`,
);
const documentsOf = query<{ seq: number }, { id: string }>('clients.documentsOf', 'SELECT seq FROM document WHERE client_id = @id');
const MOVE = 'UPDATE document SET client_id = @into, indexed = 0, version = version + 1 WHERE client_id = @from';
const moveAll = command<Pair>('clients.moveDocuments', MOVE);
const moveSome = command<Pair & { seqs: string; number: string }>(
  'clients.moveBack',
  // What came for the number meanwhile goes along.
  `${MOVE} AND (seq IN (SELECT value FROM json_each(@seqs)) OR coalesce(owner_identifier, source) = @number)`,
);
const moveJobs = command<Pair>('clients.moveJobs', 'UPDATE job SET audience = @into WHERE audience = @from');
const moveSomeJobs = command<Pair>(
  'clients.moveJobsBack',
  'UPDATE job SET audience = @into WHERE audience = @from AND key IN (SELECT id FROM document WHERE client_id = @into)',
);
const setMerged = command<{ ids: string; into: string | null }>(
  'clients.setMerged',
  'UPDATE client SET merged_into = @into, version = version + 1 WHERE id IN (SELECT value FROM json_each(@ids))',
);

export interface MergedBefore extends Pair {
  readonly act: 'merge';
  readonly followers: readonly string[];
  readonly seqs: readonly number[];
}

/**
 * One client recorded twice becomes one. VAT returns are made out in a number and never change hands, so a client that has some stays.
 * @throws GuichetError `clients.unknown`, `clients.mergeSame`, `clients.mergeFirm`, `clients.mergeReturns`
 */
export function mergeClients({ db, audit, users }: Context, undo: Undo, pair: Parsed<'clients.merge'>): Output<'clients.merge'> {
  if (pair.from === pair.into) throw new GuichetError('clients.mergeSame');
  return db.write((tx) => {
    const [from, into] = [tx.get(candidate, { id: pair.from }), tx.get(candidate, { id: pair.into })];
    if (!from || !into || from.mergedInto !== null || into.mergedInto !== null) throw new GuichetError('clients.unknown');
    if (from.isFirm === 1) throw new GuichetError('clients.mergeFirm');
    if (from.returns === 1) throw new GuichetError('clients.mergeReturns');
    const followers = JSON.parse(from.followers) as string[];
    const seqs = tx.all(documentsOf, { id: from.id }).map(({ seq }) => seq);
    tx.run(moveAll, pair);
    tx.run(moveJobs, pair);
    tx.run(setMerged, { ids: JSON.stringify([from.id, ...followers]), into: into.id });
    const params = { number: from.number, documents: seqs.length };
    audit.append(tx, { kind: 'client.merged', userId: users.current().id, clientId: into.id, subjectId: into.id, params, shown: true });
    const before: MergedBefore = { act: 'merge', ...pair, followers, seqs };
    return { documents: seqs.length, undoId: undo.keep(tx, 'client', JSON.stringify(before)) };
  });
}

export function restoreMerged(tx: Writer, { from, into, followers, seqs }: MergedBefore): { restored: number; left: number } {
  const client = tx.get(candidate, { id: from });
  if (!client || client.mergedInto !== into) return { restored: 0, left: 1 };
  tx.run(setMerged, { ids: JSON.stringify([from]), into: null });
  tx.run(setMerged, { ids: JSON.stringify(followers), into: from });
  const back = { from: into, into: from };
  tx.run(moveSome, { ...back, seqs: JSON.stringify(seqs), number: client.number });
  tx.run(moveSomeJobs, back);
  return { restored: 1, left: 0 };
}
