import { type ErrorShape, toErrorShape } from '#shared/domain/errors.ts';
import { LOCALES, type Locale, type Localized } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { CliIo } from './io.ts';

/** An error as JSON: the plain form and its text in every language. */
export interface ToldError extends ErrorShape {
  readonly message: Localized;
}

export function toldError({ code, retryable, action, params, correlationId }: ErrorShape): ToldError {
  const shape: ErrorShape = { code, retryable, action, params, correlationId };
  const message = Object.fromEntries(LOCALES.map((locale) => [locale, createTranslator(locale).error(shape)])) as unknown as Localized;
  return { ...shape, message };
}

export const printJson = (io: CliIo, value: unknown): void => io.stdout(`${JSON.stringify(value)}\n`);

/** One line on stderr for a person, or one JSON line on stdout for a program. */
export function tellError(error: unknown, json: boolean, locale: Locale, io: CliIo): void {
  const shape = toErrorShape(error);
  if (json) printJson(io, { error: toldError(shape) });
  else
    io.stderr(
      `${createTranslator(locale)
        .error(shape)
        .replace(/\s*\n\s*/g, ' ')}\n`,
    );
}
