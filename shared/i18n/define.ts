import type { Localized } from '../domain/locale.ts';

/**
 * One topic's messages, the four languages side by side, in ICU MessageFormat. Keeping the languages of a message together means that
 * a missing one fails to compile and that a reviewer sees all four at once.
 */
export function defineMessages<const T extends Readonly<Record<string, Localized>>>(messages: T): T {
  return messages;
}
