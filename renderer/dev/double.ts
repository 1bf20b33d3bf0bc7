import {
  type Answer,
  contract,
  type Handlers,
  type Topic,
  type TopicEvent,
  WINDOW_METHODS,
  type WindowMethod,
} from '#shared/contract/index.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { fromErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { isLocale, makeHandlers } from './handlers.ts';

/** Puts a window.guichet on the page that answers from made-up data. `?state=empty|full`, `?gate=`, `?locale=`, `?theme=`, `?slow=ms`. */
export function installDouble(params: URLSearchParams): void {
  const listeners = new Set<(event: TopicEvent) => void>();
  let sequence = 0;
  const emit = (...topics: Topic[]): void => {
    for (const topic of topics) {
      sequence += 1;
      for (const listener of listeners) listener({ topic, sequence });
    }
  };
  const locale = params.get('locale') ?? 'fr';
  const theme = params.get('theme') === 'dark' ? 'dark' : 'light';
  const handlers: Handlers<WindowMethod> = makeHandlers({
    emit,
    empty: params.get('state') === 'empty',
    broken: params.get('trail') === 'broken',
    locale: isLocale(locale) ? locale : 'fr',
    theme,
    today: localDate('2026-11-23'),
    after: (ms, callback) => void setTimeout(callback, ms),
    params,
  });
  const slow = Number(params.get('slow') ?? 0);
  const guichet = {
    call: async (method: string, input: unknown): Promise<Answer<WindowMethod>> => {
      const name = WINDOW_METHODS.find((known) => known === method);
      try {
        if (!name) throw new GuichetError('internal');
        if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
        const { state, problem } = (await handlers['vault.status']({})) as VaultStatus;
        // As the application does: without a core nothing but the vault answers.
        if (contract[name].side === 'core' && state !== 'open')
          throw problem ? fromErrorShape(problem) : new GuichetError(`vault.${state}`);
        const parsed = contract[name].input.parse(input);
        const value = await (handlers[name] as (input: unknown) => unknown)(parsed);
        return { ok: true, value: structuredClone(contract[name].output.parse(value ?? {})) } as Answer<WindowMethod>;
      } catch (error) {
        if (!(error instanceof GuichetError)) reportError(error);
        return { ok: false, error: toErrorShape(error) };
      }
    },
    on: (listener: (event: TopicEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(window, { guichet });
}
