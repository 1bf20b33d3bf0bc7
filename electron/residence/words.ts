import type { Notice } from '#shared/contract/sync.ts';
import type { Translator } from '#shared/i18n/translator.ts';

const whenIn = (locale: string, instant: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : `${locale}-BE`, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(new Date(instant));

/** "Last sync 23/11/26, 07:42", or that there was none. */
export const lastSuccessText = (t: Translator, lastSuccess: string | null): string =>
  lastSuccess === null ? t('residence.neverSynced') : t('residence.lastSync', { when: whenIn(t.locale, lastSuccess) });

/** What a system notification says. One document is named; several are counted. */
export function noticeText(t: Translator, notice: Notice): { readonly title: string; readonly body: string } {
  const { kind, count, clientName } = notice;
  const label = notice.label?.[t.locale].trim();
  const named = count === 1 && label !== undefined;
  return {
    title: t(`residence.notice.${kind}`, { count }),
    body: named ? [label, clientName].filter(Boolean).join(' · ') : t(`residence.notice.${kind}.body`, { count }),
  };
}

/** Where a notice leads in the window. */
export function noticePlace({ kind, count, documentId }: Notice): string {
  if (kind === 'demand') return count === 1 && documentId ? `/documents?doc=${documentId}` : '/documents?urgent=1';
  if (kind === 'leaving') return '/documents?work=all&archive=waiting';
  if (kind === 'consentEnding') return '/settings/connections';
  return '/today';
}
