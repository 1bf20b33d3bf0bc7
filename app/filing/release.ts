import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Desk } from './desk.ts';
import { releaseObstacle, windowEndsOn } from './release-rule.ts';
import { changes, type ReturnRow } from './return-repository.ts';

/**
 * Lets the same bytes go again after no receipt came.
 * @throws GuichetError `vat.not_now`, `filing.window_open` (with the day it ends), `filing.not_searched`, `filing.same_user`
 */
export function release(context: Context, desk: Desk, id: string, version: number): ReturnRow {
  const { row, client } = desk.findAt(id, version);
  const state = desk.next(row, 'release');
  const obstacle = releaseObstacle(row, {
    userId: context.users.current().id,
    today: context.today(),
    lastSearch: client.lastSuccess,
  });
  if (obstacle === 'window') {
    throw new GuichetError('filing.window_open', { params: { until: row.sentAt === null ? '' : windowEndsOn(row.sentAt) } });
  }
  if (obstacle === 'notSearched') throw new GuichetError('filing.not_searched', { action: 'retry' });
  if (obstacle !== null) throw new GuichetError('filing.same_user');
  context.db.write((tx) => {
    desk.changed(changes.setState(tx, desk.guard(row), state, null));
    desk.note(tx, row, { event: 'release', sha256: row.sha256, reason: 'no receipt in its window' });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}
