import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { ErrorShape } from '../domain/errors.ts';
import { isLocalDate } from '../domain/local-date.ts';
import type { Locale, Localized } from '../domain/locale.ts';
import { type MessageKey, messages } from './messages.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly locale: Locale;
  /** The text of a catalogue key, its ICU placeholders filled. */
  (key: MessageKey, params?: MessageParams): string;
  /** The text of an error; a code without a text of its own falls back to the general one, naming the code. */
  error(error: ErrorShape): string;
}

/**
 * Regional forms whose numbers are grouped by a point, as in amounts (`1.234`): Belgian practice, which `fr-BE` does not follow in the data of
 * the Unicode consortium.
 */
const REGIONS: Readonly<Record<Locale, string>> = { fr: 'fr-LU', nl: 'nl-BE', de: 'de-BE', en: 'en-BE' };

const byKey: Readonly<Record<string, Localized>> = messages;

/** Days as every language of the country writes them, `20/11/2026`; other values as they are. */
const readable = (params: MessageParams): MessageParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isLocalDate(value) ? value.split('-').reverse().join('/') : value,
    ]),
  );

/** Texts of one language. Compiling a message costs microseconds and is kept, so no build step stands between a text and the screen. */
export function createTranslator(locale: Locale): Translator {
  const i18n = setupI18n({ locale, locales: REGIONS[locale], messages: { [locale]: {} } });
  i18n.setMessagesCompiler(compileMessage);
  const compiled = new Map<string, ReturnType<typeof compileMessage>>();
  const text = (key: string, params: MessageParams = {}): string => {
    let message = compiled.get(key);
    if (!message) {
      message = compileMessage(byKey[key]?.[locale] ?? key);
      compiled.set(key, message);
      i18n.load(locale, { [key]: message });
    }
    return i18n._(key, params);
  };
  const translate = ((key: MessageKey, params?: MessageParams) => text(key, params)) as Translator;
  return Object.assign(translate, {
    locale,
    error: (error: ErrorShape): string =>
      text(`error.${error.code}` in byKey ? `error.${error.code}` : 'error.internal', { code: error.code, ...readable(error.params) }),
  });
}
