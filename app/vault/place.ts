import type { Files, Random } from '#app/core/ports.ts';

/** Where a profile lies, and what its vault may touch. */
export interface Place {
  readonly profileDir: string;
  readonly files: Files;
  readonly random: Random;
}

/** The operating system's code, such as `ENOSPC`. */
export const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'EIO');
