import type { z } from 'zod';
import type { MethodDefinition } from '#shared/contract/define.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';

/** Who is asking, as Electron tells it. */
export interface Sender {
  readonly known: boolean;
  readonly mainFrame: boolean;
  readonly origin: string;
}

export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorShape };

/** Serves one method to a sender that was let in. Answers errors, never throws. */
export type Serve = (input: unknown) => Promise<Outcome>;
export type Guarded = (sender: Sender, input: unknown) => Promise<Outcome>;

/** One method behind the door: a known window, its main frame, the window's own origin. Everybody else is refused before the input is read. */
export function guarded(origin: string, serve: Serve): Guarded {
  return async (sender, input) => {
    if (!sender.known || !sender.mainFrame || sender.origin !== origin) return refusal(new GuichetError('ipc.sender'));
    try {
      return await serve(input);
    } catch (error) {
      return refusal(error);
    }
  };
}

/** Validates a shell method both ways. The core validates its own methods itself, off the thread that the window waits for. */
export function validated(
  method: string,
  { input, output }: Pick<MethodDefinition, 'input' | 'output'>,
  handler: (input: unknown) => unknown,
): Serve {
  return async (raw) => {
    const asked = checked(input, raw, method, 'ipc.invalidInput');
    return { ok: true, value: checked(output, await handler(asked), method, 'ipc.invalidOutput') };
  };
}

const refusal = (error: unknown): Outcome => ({ ok: false, error: toErrorShape(error) });

function checked(schema: z.ZodType, value: unknown, method: string, code: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // Only the place is told; the value could be a client's.
  throw new GuichetError(code, { params: { method, place: result.error.issues[0]?.path.join('.') || '–' } });
}
