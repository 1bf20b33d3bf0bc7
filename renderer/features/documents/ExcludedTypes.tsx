import { Button, Popover } from '@mantine/core';
import { IconExternalLink, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { excludedTypesOn } from '#shared/domain/excluded-types.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './ExcludedTypes.module.css';

/** What SPF never delivers to a program, named, with the way to where it can be read. */
export function ExcludedTypes(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const today = useCall('app.status', {}).data?.today;
  const openPortal = useAct('shell.openPortal');
  if (!today) return null;
  return (
    <Popover width={420} position="top-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          fw={400}
          leftSection={<IconInfoCircle size={14} aria-hidden />}
          data-testid="doc-excluded"
        >
          {t('documentsList.excluded')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ''} aria-label={t('documentsList.excluded')}>
        <p>{t('documentsList.excludedText')}</p>
        <ul className={classes.list}>
          {excludedTypesOn(today).map(({ key, name }) => (
            <li key={key}>{name[t.locale]}</li>
          ))}
        </ul>
        <Button
          leftSection={<IconExternalLink size={14} aria-hidden />}
          onClick={() => openPortal.mutate({}, { onError: problem })}
          data-testid="doc-open-portal"
        >
          {t('documentsList.openPortal')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
