import type { CoreMethod, Input, Output } from '#shared/contract/index.ts';
import { fromErrorShape } from '#shared/domain/errors.ts';
import type { CoreClient } from './core-client.ts';

/** A typed call of the main process itself. @throws GuichetError with the code the core answered */
export type Ask = <M extends CoreMethod>(method: M, input: Input<M>) => Promise<Output<M>>;

export function createAsk(core: Pick<CoreClient, 'call'>): Ask {
  return async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await core.call(method, input);
    if (!answer.ok) throw fromErrorShape(answer.error);
    return answer.value as Output<M>;
  };
}
