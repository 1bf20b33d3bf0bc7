import { type ReactNode, useMemo } from 'react';
import { cents, formatAmount } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { formatIban, paymentInstruction } from '#shared/vat/payment.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatPeriod } from '../../i18n/format.ts';
import { fillLetter, paragraphs } from './letter-fields.ts';
import classes from './SettingsView.module.css';

/** A made-up client, so that nobody's figures stand in an example. */
const NUMBER = '0100000169';
const DAY = localDate('2026-11-20');

/** The letter as it reads with its fields filled. */
export function LetterPreview({
  subject,
  body,
  locale,
}: {
  readonly subject: string;
  readonly body: string;
  readonly locale: Locale;
}): ReactNode {
  const t = useT();
  const firm = useCall('app.status', {}).data?.firmName;
  const users = useCall('users.list', {}).data;
  const user = users?.users.find(({ id }) => id === users.currentId)?.name;
  const values = useMemo(() => {
    const { iban, communication } = paymentInstruction(NUMBER, DAY);
    return {
      client: 'Exemple SRL',
      period: formatPeriod('2026-10', createTranslator(locale)),
      amount: `${formatAmount(cents(289_800))} €`,
      payBy: formatDate(DAY),
      iban: formatIban(iban),
      communication,
      firm: firm ?? 'Cabinet Exemple',
      user: user ?? 'Marie Exemple',
    };
  }, [locale, firm, user]);
  return (
    <section aria-label={t('vatPapersView.letters.preview')} data-testid="letter-preview">
      <h2 className={classes.heading}>{t('vatPapersView.letters.preview')}</h2>
      <div className={classes.sheet} lang={locale}>
        <p className={classes.subject}>{fillLetter(subject, values)}</p>
        {paragraphs(fillLetter(body, values)).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name, and their order is theirs
          <p key={index}>{part}</p>
        ))}
      </div>
    </section>
  );
}
