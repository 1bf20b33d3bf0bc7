import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { cents, formatAmount } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { fillLetter, SITUATIONS, type Situation } from '#shared/vat/letter-template.ts';
import { formatIban, paymentInstruction } from '#shared/vat/payment.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatPeriod } from '../../i18n/format.ts';
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
  const [situation, setSituation] = useState<Situation>('71');
  const values = useMemo(() => {
    const pays = situation === '71';
    const { iban, communication } = paymentInstruction(NUMBER, DAY);
    return {
      client: 'Exemple SRL',
      period: formatPeriod('2026-10', createTranslator(locale)),
      amount: `${formatAmount(cents(situation === '0' ? 0 : 289_800))} EUR`,
      payBy: pays ? formatDate(DAY) : '',
      iban: pays ? formatIban(iban) : '',
      communication: pays ? communication : '',
      firm: firm ?? 'Cabinet Exemple',
      user: user ?? 'Marie Exemple',
    };
  }, [locale, firm, user, situation]);
  const filled = fillLetter({ subject, body }, situation, values);
  return (
    <section aria-label={t('vatPapersView.letters.preview')} data-testid="letter-preview">
      <h2 className={classes.heading}>{t('vatPapersView.letters.preview')}</h2>
      <SegmentedControl
        size="xs"
        mb={8}
        value={situation}
        onChange={(value) => setSituation(SITUATIONS.find((one) => one === value) ?? '71')}
        data={SITUATIONS.map((one) => ({ value: one, label: t(`letters.case.${one}`) }))}
        aria-label={t('letters.case')}
        data-testid="letter-case"
      />
      <div className={classes.sheet} lang={locale}>
        <p className={classes.subject}>{filled.subject}</p>
        {filled.paragraphs.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name, and their order is theirs
          <p key={index}>{part}</p>
        ))}
      </div>
    </section>
  );
}
