import { Button, NativeSelect } from '@mantine/core';
import { IconDeviceFloppy, IconExternalLink, IconMail } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Paper } from '#shared/contract/vat-papers.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import classes from './Papers.module.css';

const OFFERED: readonly Paper[] = ['return', 'letter', 'xlsx', 'xml'];

/** What can be made of the return for the client and the portal: opened, saved, or prepared as a message. */
export function Papers({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = useAct('shell.openPaper');
  const save = useAct('shell.savePaper');
  const mail = useAct('shell.mailPapers');
  const [language, setLanguage] = useState('');
  const locale = LOCALES.find((one) => one === language);
  const inLanguage = locale ? { locale } : {};
  return (
    <section data-testid="papers">
      <div className={classes.head}>
        <h2 className={classes.title}>{t('vatPapersView.title')}</h2>
        <NativeSelect
          aria-label={t('vatPapersView.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={[
            { value: '', label: t('vatPapersView.clientLanguage') },
            ...LOCALES.map((one) => ({ value: one, label: t(`settingsView.language.${one}`) })),
          ]}
          data-testid="papers-language"
        />
      </div>
      <ul className={classes.list}>
        {OFFERED.map((paper) => {
          const name = t(`vatPapersView.paper.${paper}`);
          return (
            <li key={paper} className={classes.row}>
              <span className={classes.what}>{name}</span>
              <Button
                variant="subtle"
                leftSection={<IconExternalLink size={14} aria-hidden />}
                aria-label={t('vatPapersView.openOf', { paper: name })}
                onClick={() => open.mutate({ id: view.id, paper, ...inLanguage }, { onError: problem })}
                data-testid={`paper-open-${paper}`}
              >
                {t('vatPapersView.open')}
              </Button>
              <Button
                variant="subtle"
                leftSection={<IconDeviceFloppy size={14} aria-hidden />}
                aria-label={t('vatPapersView.saveOf', { paper: name })}
                onClick={() => save.mutate({ id: view.id, paper, ...inLanguage }, { onError: problem })}
                data-testid={`paper-save-${paper}`}
              >
                {t('vatPapersView.save')}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className={classes.under}>
        <Button
          leftSection={<IconMail size={14} aria-hidden />}
          loading={mail.isPending}
          onClick={() => mail.mutate({ id: view.id, ...inLanguage }, { onError: problem })}
          data-testid="papers-mail"
        >
          {t('vatPapersView.mail')}
        </Button>
        <span className={classes.note}>{t('vatPapersView.mailText')}</span>
      </div>
    </section>
  );
}
