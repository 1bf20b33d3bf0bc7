import { z } from 'zod';
import { core } from './define.ts';
import { zNothing } from './values.ts';

export const recoveryContract = {
  /** A new recovery code, answered this once and valid only when it comes back: until then the one before holds. */
  'recovery.begin': core(zNothing, z.object({ code: z.string() })),
  /** The person has it and typed it. @throws `recovery.mistyped`, `recovery.unlike`, `recovery.notBegun` */
  'recovery.confirm': core(z.object({ code: z.string().max(200) }), zNothing),
};
