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

/** `10/2026`, `Q3/2026`. */
const shortPeriod = (key: string): string => key.split('-').reverse().join('/');

/** What a system notification says. One document is named; several are counted. */
export function noticeText(t: Translator, notice: Notice): { readonly title: string; readonly body: string } {
  const { kind, count, clientName, deadline } = notice;
  if (deadline) {
    const body = t('residence.notice.deadline.body', { count });
    const title = t('residence.notice.deadline', { days: deadline.days, period: shortPeriod(deadline.periodKey) });
    return { title, body: clientName === null ? body : `${clientName} · ${body}` };
  }
  const label = notice.label?.[t.locale].trim();
  const named = count === 1 && label !== undefined;
  return {
    title: t(`residence.notice.${kind}`, { count }),
    body: named ? [label, clientName].filter(Boolean).join(' · ') : t(`residence.notice.${kind}.body`, { count }),
  };
}

/** Where a notice leads in the window. */
export function noticePlace({ kind, count, documentId, deadline }: Notice): string {
  if (deadline) return '/vat';
  if (kind === 'demand') return count === 1 && documentId ? `/documents?doc=${documentId}` : '/documents?urgent=1';
  if (kind === 'leaving') return '/documents?work=all&archive=waiting';
  if (kind === 'consentEnding') return '/settings/connections';
  return '/today';
}
