import type { Locale } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The plain page at the end of the consent, without script or style. */
export function callbackPage(locale: Locale, granted: boolean): string {
  const t = createTranslator(locale);
  const title = escapeHtml(t(granted ? 'identity.page.granted' : 'identity.page.refused'));
  const text = escapeHtml(t('identity.page.close'));
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>Guichet</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}
