import type { Handlers } from '#shared/contract/index.ts';
import type { Letter } from '#shared/contract/vat-papers.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { contentOf } from './content.ts';

type Methods =
  | 'vat.paper'
  | 'vat.letters'
  | 'vat.saveLetter'
  | 'calendar.ics'
  | 'shell.savePaper'
  | 'shell.openPaper'
  | 'shell.mailPapers'
  | 'shell.saveCalendar';

const FIELDS = ['client', 'period', 'amount', 'payBy', 'iban', 'communication', 'firm', 'user'];
const BODIES: Readonly<Record<Locale, readonly [subject: string, body: string]>> = {
  fr: [
    'Déclaration TVA {period}',
    'Madame, Monsieur,\n\nVoici la déclaration TVA de {client} pour {period}. Le montant de {amount} est à payer au plus tard le {payBy} sur le compte {iban}, communication {communication}.\n\n{user}\n{firm}',
  ],
  nl: [
    'Btw-aangifte {period}',
    'Geachte,\n\nHierbij de btw-aangifte van {client} voor {period}. Gelieve {amount} uiterlijk op {payBy} te betalen op rekening {iban}, mededeling {communication}.\n\n{user}\n{firm}',
  ],
  de: [
    'MwSt-Erklärung {period}',
    'Sehr geehrte Damen und Herren,\n\nanbei die MwSt-Erklärung von {client} für {period}. Bitte zahlen Sie {amount} bis zum {payBy} auf das Konto {iban}, Mitteilung {communication}.\n\n{user}\n{firm}',
  ],
  en: [
    'VAT return {period}',
    'Dear client,\n\nHere is the VAT return of {client} for {period}. Please pay {amount} by {payBy} to account {iban}, communication {communication}.\n\n{user}\n{firm}',
  ],
};

export function vatPapersDouble(): Handlers<Methods> {
  let letters: Letter[] = LOCALES.map((locale) => ({ locale, subject: BODIES[locale][0], body: BODIES[locale][1] }));
  return {
    'vat.paper': ({ paper }) => ({ bytes: contentOf('application/pdf', paper, 0), mimeType: 'application/pdf', fileName: `${paper}.pdf` }),
    'vat.letters': () => ({ letters }),
    'vat.saveLetter': (letter) => {
      const unknown = [...`${letter.subject} ${letter.body}`.matchAll(/\{(\w*)\}/g)].find(([, name]) => !FIELDS.includes(name ?? ''));
      if (unknown) throw new GuichetError('vat.letterField', { params: { field: unknown[1] ?? '' } });
      letters = letters.map((one) => (one.locale === letter.locale ? letter : one));
      return { letters };
    },
    'calendar.ics': () => ({ bytes: new TextEncoder().encode('BEGIN:VCALENDAR'), mimeType: 'text/calendar', fileName: 'x.ics' }),
    'shell.savePaper': () => ({ saved: true }),
    'shell.openPaper': () => ({}),
    'shell.mailPapers': () => ({}),
    'shell.saveCalendar': () => ({ saved: true }),
  };
}
