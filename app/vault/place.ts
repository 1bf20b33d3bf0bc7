import type { Files, Random } from '#app/core/ports.ts';

/** Where a profile lies, and what its vault may touch. */
export interface Place {
  readonly profileDir: string;
  readonly files: Files;
  readonly random: Random;
}
