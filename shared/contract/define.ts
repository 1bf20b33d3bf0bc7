import type { z } from 'zod';

/**
 * Where a method is served: `core` in the worker that owns the data, `shell` in the main process (dialogs, the system browser). `house` is
 * served by the core too, for the main process and the command line alone: it takes what the window must not choose, such as a path.
 */
export type Side = 'core' | 'shell' | 'house';

export interface MethodDefinition {
  readonly side: Side;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const define =
  <const S extends Side>(side: S) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ side, input, output });

export const core = define('core');
export const shell = define('shell');
export const house = define('house');
