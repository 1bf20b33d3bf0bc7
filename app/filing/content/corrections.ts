import type { Context } from '#app/core/context.ts';
import type { Reader, Writer } from '#app/platform/db/index.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Correction } from '#shared/contract/vat-path.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { clientDirectory } from '../client-directory.ts';
import { periodOf } from '../content.ts';
import type { Desk } from '../desk.ts';
import { changes, type ReturnRow, returns } from '../return-repository.ts';
import { effectOf, withEffect } from './correction-routes.ts';
import { corrections } from './correction-store.ts';
import { isEditable, withGrids } from './editable.ts';
import { endsBefore } from './former.ts';

type List = { corrections: Correction[] };

/** How many corrections a draft of this period could take. */
export const correctionsWaiting = (db: Reader, row: ReturnRow): number =>
  isEditable(row)
    ? corrections.waiting(db, row.clientId).filter(({ fromPeriodKey }) => endsBefore(fromPeriodKey, row.periodKey)).length
    : 0;

/** The amounts with corrections put in or taken out. @throws GuichetError `vat.correctionNegative` for a grid that would go below nought */
function changed(grids: GridAmounts, found: readonly Correction[], direction: 1 | -1): GridAmounts {
  let after = grids;
  const touched = new Set<string>();
  for (const { grid, amount } of found) {
    const effect = effectOf(grid, amount);
    if (!effect) continue;
    after = withEffect(after, effect, direction);
    touched.add(effect.grid);
  }
  // Judged at the end: one correction may make room for another.
  for (const grid of touched) {
    if (!isNetGrid(grid) && (after[grid as keyof GridAmounts] ?? 0) < 0) {
      throw new GuichetError('vat.correctionNegative', { action: 'editReturn', params: { grid } });
    }
  }
  return after;
}

/**
 * The drawer of corrections: mistakes of returns past their deadline, which a later return corrects (`CORRECTION_ROUTES`). Their reasons
 * stay in Guichet; what SPF may be told is for a person to write into the return's comment. A correction taken back out of a draft waits
 * again; once its return is approved it can no longer be taken back.
 */
export function createCorrections(context: Context, desk: Desk) {
  const { db } = context;
  const list = (clientId: string): List => ({ corrections: corrections.ofClient(db, clientId) });

  const put = (tx: Writer, row: ReturnRow, grids: GridAmounts, event: string): void => {
    desk.changed(changes.setContent(tx, desk.guard(row), withGrids(row.content, grids)));
    desk.note(tx, row, { event });
  };

  const noted = (
    tx: Writer,
    kind: string,
    { id, clientId, fromPeriodKey, grid }: Pick<Correction, 'id' | 'clientId' | 'fromPeriodKey' | 'grid'>,
  ): void =>
    context.audit.append(tx, {
      kind,
      userId: context.users.current().id,
      clientId,
      subjectId: id,
      params: { period: fromPeriodKey, grid },
      shown: true,
    });

  /** One that waits and may go into this return. */
  const applicable = (row: ReturnRow, id: string): Correction => {
    const found = corrections.byId(db, id);
    if (!found || found.clientId !== row.clientId || found.appliedIn !== null)
      throw new GuichetError('vat.correctionGone', { action: 'retry' });
    if (!endsBefore(found.fromPeriodKey, row.periodKey)) {
      throw new GuichetError('vat.correctionPeriod', { params: { from: found.fromPeriodKey, period: row.periodKey } });
    }
    const { effective } = deadline(periodOf(found.fromPeriodKey));
    if (context.today() <= effective) {
      throw new GuichetError('vat.correctionEarly', { params: { period: found.fromPeriodKey, until: effective } });
    }
    return found;
  };

  return {
    list,

    /** @throws GuichetError `vat.unknown_client`, `vat.correctionGrid` for 71, 72 or an amount of nought */
    add({ clientId, fromPeriodKey, grid, amount, reason }: Parsed<'vat.addCorrection'>): List {
      if (!clientDirectory.byId(db, clientId)) throw new GuichetError('vat.unknown_client');
      if (effectOf(grid, amount) === null) throw new GuichetError('vat.correctionGrid', { params: { grid } });
      const [id, userId, now] = [context.id(), context.users.current().id, context.now()];
      db.write((tx) => {
        corrections.insert(tx, { id, clientId, fromPeriodKey, grid, amount, reason, userId, now });
        noted(tx, 'correction.noted', { id, clientId, fromPeriodKey, grid });
      });
      desk.announce(clientId);
      return list(clientId);
    },

    /**
     * Drops one that waits; takes one out of the draft that took it, and lets it wait again.
     * @throws GuichetError `vat.correctionApplied` when that return is approved or sent, `vat.correctionNegative`
     */
    drop(id: string): List {
      const found = corrections.byId(db, id);
      if (!found) throw new GuichetError('vat.correctionGone', { action: 'retry' });
      const row = found.appliedIn === null ? undefined : returns.byId(db, found.appliedIn);
      if (row && !isEditable(row)) throw new GuichetError('vat.correctionApplied', { params: { period: row.periodKey } });
      db.write((tx) => {
        if (row) {
          put(tx, row, changed(row.content.grids as GridAmounts, [found], -1), 'correctionTakenOut');
          desk.changed(corrections.setApplied(tx, id, row.id, null));
          return;
        }
        desk.changed(corrections.remove(tx, id));
        noted(tx, 'correction.dropped', found);
      });
      desk.announce(found.clientId);
      return list(found.clientId);
    },

    /** All of them or none. @throws GuichetError `vat.correctionGone`, `vat.correctionPeriod`, `vat.correctionEarly`, `vat.correctionNegative` */
    apply(id: string, version: number, ids: readonly string[]): ReturnRow {
      const { row } = desk.findAt(id, version);
      if (!isEditable(row)) throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'edit' } });
      const found = [...new Set(ids)].map((each) => applicable(row, each));
      const grids = changed(row.content.grids as GridAmounts, found, 1);
      db.write((tx) => {
        put(tx, row, grids, 'corrected');
        for (const each of found) desk.changed(corrections.setApplied(tx, each.id, null, row.id));
      });
      desk.announce(row.clientId);
      return desk.find(id).row;
    },
  };
}
