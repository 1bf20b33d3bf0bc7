import { type Answer, type CoreMethod, contract, type Handlers, type Input, type Output } from '#shared/contract/index.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { Log } from './ports.ts';

export interface Dispatch {
  /** For callers inside the process: throws {@link GuichetError}. */
  readonly call: <M extends CoreMethod>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** For the worker's port: `method` and `input` come from outside and are not trusted; never throws. */
  readonly answer: (method: string, input: unknown) => Promise<Answer<CoreMethod>>;
}

type AnyHandler = (input: unknown) => unknown;

/** Who is kept out, each by throwing. */
export interface Guards {
  /** The lock of the application; asked first, so that nothing else is learned behind it. */
  readonly pass: (method: string) => void;
  /** The current user's role is not enough. */
  readonly mayCall: (method: string, input: unknown) => void;
}

/** The core's one door: input and output are validated here, and nowhere else. */
export function createDispatch(handlers: Handlers<CoreMethod>, log: Log, { pass, mayCall }: Guards): Dispatch {
  const table = new Map(Object.entries(handlers) as [string, AnyHandler][]);

  const perform = async (method: string, input: unknown): Promise<unknown> => {
    const handler = table.get(method);
    const definition = contract[method as CoreMethod];
    if (!handler || !definition) throw new GuichetError('internal', { params: { code: 'method' } });
    pass(method);
    const given = definition.input.safeParse(input);
    if (!given.success) throw new GuichetError('input.invalid', { params: { field: given.error.issues[0]?.path.join('.') ?? '' } });
    mayCall(method, given.data);
    const result = await handler(given.data);
    const checked = definition.output.safeParse(result ?? {});
    if (!checked.success) {
      const path = checked.error.issues[0]?.path.join('.') ?? '';
      log.write('error', 'dispatch.output', { method, path });
      throw new GuichetError('internal', { params: { code: 'output' } });
    }
    return checked.data;
  };

  return {
    call: perform as Dispatch['call'],
    answer: async (method, input) => {
      try {
        return { ok: true, value: (await perform(method, input)) as Output<CoreMethod> };
      } catch (error) {
        const shape = toErrorShape(error);
        if (shape.code === 'internal') log.write('error', 'dispatch.failed', { method, error: whereOf(error) });
        // What a person was refused is what they will ask about.
        else log.write('info', 'dispatch.refused', { method, code: shape.code });
        return { ok: false, error: shape };
      }
    },
  };
}

/** Where it happened, without the message, which may hold client data, and without the file's folder, which may name a person. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${error.name} ${frame?.trim().replace(/[^\s()]*[\\/]/, '') ?? ''}`.trim();
}
