import type { BatchAction } from '#shared/contract/vat-path.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import type { FilingClient } from '../client-directory.ts';
import { regimeOfKey } from '../months.ts';
import type { ReturnRow } from '../return-repository.ts';
import type { BatchTarget, RowChange } from './batch-repository.ts';
import { doneBefore, planOf, type SkipCode, skipCode } from './plan.ts';

/** The use-cases a batch is made of, each for one return. All but `queue` work offline, and that one waits for the network by itself. */
export interface BatchTools {
  /** Opens the draft of a period that has none, with what is carried forward into it. */
  prepare(target: BatchTarget): ReturnRow;
  nil(target: BatchTarget): ReturnRow;
  check(row: ReturnRow): ReturnRow;
  approve(row: ReturnRow): ReturnRow;
  queue(row: ReturnRow): ReturnRow;
  /** How many remarks, which block nothing, its checks make on a return. */
  remarks(row: ReturnRow): number;
  /** Some are queued already: what waits is tried now. */
  follow(): void;
  /** @throws GuichetError when it has left the queue */
  unqueue(row: ReturnRow): ReturnRow;
}

export interface RowFacts {
  readonly target: BatchTarget;
  /** With the regime by which its returns are due. */
  readonly client: FilingClient | undefined;
  /** The return that speaks for the period. */
  readonly row: ReturnRow | undefined;
  /** Its draft was opened and nobody has said anything in it since: without amounts, and yet not a nil return. */
  readonly untouched: boolean;
  /** The program ended while this row was under way, so what is done already was done by it. */
  readonly interrupted: boolean;
}

const ON_A_RETURN = {
  check: (tools, row) => tools.check(row),
  approve: (tools, row) => tools.approve(row),
  file: (tools, row) => tools.queue(row),
} as const satisfies Partial<Record<BatchAction, (tools: BatchTools, row: ReturnRow) => ReturnRow>>;

/** Done with it, somebody goes on without opening the return: what its checks say is shown beside. */
const READ_AFTER: ReadonlySet<BatchAction> = new Set<BatchAction>(['check', 'approve']);
const BEGINS: ReadonlySet<BatchAction> = new Set<BatchAction>(['prepare', 'nil']);

/** Why the return is left, beyond what its state says. */
function obstacle(action: BatchAction, { target, client, row, untouched }: RowFacts): SkipCode | null {
  if (BEGINS.has(action) && !row && client?.regime !== regimeOfKey(target.periodKey)) return 'notDue';
  if (action === 'check' && untouched) return 'untouched';
  // A saved draft without amounts is a nil return already.
  if (action === 'nil' && row && !untouched) return isNil(row.content.grids as GridAmounts) ? 'prepared' : 'notEmpty';
  return null;
}

function perform(tools: BatchTools, action: BatchAction, { target, row }: RowFacts): ReturnRow {
  if (action === 'prepare' || action === 'nil') return tools[action](target);
  if (!row) throw new GuichetError('vat.unknown_return');
  return ON_A_RETURN[action](tools, row);
}

const skipped = (returnId: string | null, code: SkipCode): RowChange => ({ outcome: 'skipped', returnId, code: skipCode(code) });

/** Brings one row of a batch as far as it goes: to its end, or, for a sending, into the queue. Whatever fails is the row's own failure. */
export function step(tools: BatchTools, action: BatchAction, facts: RowFacts): RowChange {
  const { row, client, interrupted } = facts;
  const returnId = row?.id ?? null;
  if (!client) return { outcome: 'failed', code: 'vat.unknown_client' };
  // A draft cut short between its making and what is carried into it is prepared to the end.
  const again = interrupted && action === 'prepare' && row?.state === 'draft';
  const plan = again ? 'do' : planOf(action, row?.state ?? 'none');
  if (plan === 'follow') {
    tools.follow();
    return { outcome: 'working', returnId };
  }
  if (plan !== 'do') return interrupted && doneBefore(plan) ? { outcome: 'done', returnId } : skipped(returnId, plan);
  const left = again ? null : obstacle(action, facts);
  if (left) return skipped(returnId, left);
  try {
    const after = perform(tools, action, facts);
    if (action === 'file') return { outcome: 'working', returnId: after.id };
    const advice = READ_AFTER.has(action) ? tools.remarks(after) : 0;
    return { outcome: 'done', returnId: after.id, ...(advice > 0 && { params: { advice } }) };
  } catch (error) {
    const { code, params } = toErrorShape(error);
    return { outcome: 'failed', returnId, code, params };
  }
}
