import path from 'node:path';
import type { Context } from '#app/core/context.ts';
import type { Files } from '#app/core/ports.ts';
import { query } from '#app/platform/db/index.ts';
import { writeWhole } from './write-whole.ts';

/** Lies in a profile from its restoration to its first opening. */
const MARK = 'restored.json';
const waiting = query<{ id: string; version: number }>(
  'backup.queued',
  "SELECT id, version FROM vat_return WHERE state = 'queued' ORDER BY id",
);

export const markRestored = (files: Files, profileDir: string, generation: string): Promise<void> =>
  writeWhole(files, path.join(profileDir, MARK), Buffer.from(JSON.stringify({ generation })));

export interface RestoredDeps {
  /** Takes a return out of the queue; it stays approved. */
  readonly unqueue: (id: string, version: number) => unknown;
  readonly cancelBatch: () => Promise<unknown>;
}

/**
 * A restored profile is as old as its backup: what waited to be sent then may have been sent since, and a return is never sent twice. So nothing goes
 * by itself: what was queued is only approved again, and a person looks first. To be called before anything resumes.
 */
export async function settleRestored({ config, db, audit, ports }: Context, { unqueue, cancelBatch }: RestoredDeps): Promise<void> {
  const file = path.join(config.profileDir, MARK);
  if (!(await ports.files.exists(file))) return;
  await cancelBatch();
  const returns = db.all(waiting);
  for (const { id, version } of returns) await unqueue(id, version);
  db.write((tx) => audit.append(tx, { kind: 'backup.restored', params: { returns: returns.length }, shown: true }));
  await ports.files.remove(file);
}
