import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { withoutBalance } from '#shared/vat/balance.ts';
import { GRID_CODES, type GridAmounts } from '#shared/vat/types.ts';
import { clientDirectory } from './client-directory.ts';
import { EMPTY_CONTENT } from './content.ts';
import type { Desk } from './desk.ts';
import { createPutDraft, openDraft } from './open-draft.ts';

export interface Filled {
  readonly action: 'create' | 'update' | 'same';
  /** `null` for one that would be made. */
  readonly returnId: string | null;
}

/** Amounts from a table, put into drafts; what else a person has said in the draft stays. */
export interface Filling {
  /** What `fill` would do. @throws GuichetError `vat.unknown_client`, `vat.import.*` as for XML */
  plan(reader: Reader, clientId: string, periodKey: string, grids: GridAmounts): Filled;
  /** All of one return, or nothing of it. @throws GuichetError as `plan` */
  fill(clientId: string, periodKey: string, grids: GridAmounts): Filled;
}

const sameGrids = (one: GridAmounts, other: GridAmounts): boolean => GRID_CODES.every((grid) => (one[grid] ?? 0) === (other[grid] ?? 0));

/** Amounts that were carried in are written over with the others: they can be carried again. */
function withGrids({ carriedFrom: _, ...content }: ReturnContent, grids: GridAmounts): ReturnContent {
  return { ...content, grids: { ...withoutBalance(grids) } };
}

export function createFilling(context: Context, desk: Desk): Filling {
  const { db } = context;
  const putDraft = createPutDraft(context, desk);

  const find = (reader: Reader, clientId: string, periodKey: string, grids: GridAmounts) => {
    const client = clientDirectory.byId(reader, clientId);
    if (!client) throw new GuichetError('vat.unknown_client');
    const open = openDraft(reader, client, periodKey, false);
    const action = open ? (sameGrids(open.content.grids as GridAmounts, grids) ? 'same' : 'update') : 'create';
    return { client, open, action } as const;
  };

  return {
    plan: (reader, clientId, periodKey, grids) => {
      const { open, action } = find(reader, clientId, periodKey, grids);
      return { action, returnId: open?.id ?? null };
    },
    fill: (clientId, periodKey, grids) => {
      const filled = db.write((tx): Filled => {
        const { client, open, action } = find(tx, clientId, periodKey, grids);
        if (action === 'same') return { action, returnId: open!.id };
        return { action, returnId: putDraft(tx, client, periodKey, open, withGrids(open?.content ?? EMPTY_CONTENT, grids)) };
      });
      if (filled.action !== 'same') desk.announce(clientId);
      return filled;
    },
  };
}
