import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Letter } from '#shared/contract/vat-papers.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { DEFAULT_LETTERS } from './defaults.ts';

const all = query<Letter>('letters.all', 'SELECT locale, subject, body FROM vat_letter');
const put = command<Letter>(
  'letters.put',
  `INSERT INTO vat_letter (locale, subject, body) VALUES (@locale, @subject, @body)
   ON CONFLICT (locale) DO UPDATE SET subject = excluded.subject, body = excluded.body`,
);
const drop = command<{ locale: Locale }>('letters.drop', 'DELETE FROM vat_letter WHERE locale = @locale');

export const letters = {
  /** The letter of every language: the firm's own, or the one it starts from. */
  all: (db: Reader): Letter[] => {
    const own = new Map(db.all(all).map((letter) => [letter.locale, letter]));
    return LOCALES.map((locale) => own.get(locale) ?? { locale, ...DEFAULT_LETTERS[locale] });
  },
  put: (tx: Writer, { locale, subject, body }: Letter): void => void tx.run(put, { locale, subject, body }),
  /** Back to the letter the firm started from. */
  reset: (tx: Writer, locale: Locale): void => void tx.run(drop, { locale }),
};
