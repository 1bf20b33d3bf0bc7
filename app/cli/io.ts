import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';

/** Everything a verb of the command line may touch; chance and the machine enter here. */
export interface CliIo {
  /** Writes the text as it is; a verb ends its lines itself. */
  stdout(text: string): void;
  stderr(text: string): void;
  /** @throws an error with a `code` such as `ENOENT` */
  readFile(path: string): Promise<Uint8Array>;
  /** Replaces the file as a whole or leaves it untouched: see `writeAtomically`. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** A secret typed or piped in; left out, from the terminal. */
  readonly secret?: ((prompt: string) => Promise<string>) | undefined;
  /** Secrets are typed, unseen: a new one is asked for twice. */
  readonly isTyped?: boolean | undefined;
  /** Language of messages when the verb is not told one. */
  readonly locale: Locale;
  /** Today in Brussels. */
  today(): LocalDate;
}
