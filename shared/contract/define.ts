import type { z } from 'zod';

/** Where a method is served: `core` in the worker that owns the data, `shell` in the main process (dialogs, the system browser). */
export type Side = 'core' | 'shell';

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
