import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useProblem } from '../../ui/use-problem.ts';

/** Deadlines of this year or the next as a file for the diary. */
export function SaveCalendar({ today }: { readonly today: LocalDate }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const save = useAct('shell.saveCalendar');
  const year = Number(today.slice(0, 4));
  const take = (chosen: number): void =>
    save.mutate(
      { year: chosen },
      {
        onSuccess: ({ saved }) =>
          saved &&
          notifications.show({
            message: t('vatPapersView.calendar.saved'),
            closeButtonProps: { 'aria-label': t('frame.close') },
          }),
        onError: problem,
      },
    );
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconCalendarDown size={14} aria-hidden />} loading={save.isPending} data-testid="calendar-save">
          {t('vatPapersView.calendar.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[year, year + 1].map((one) => (
          <Menu.Item key={one} onClick={() => take(one)} data-testid={`calendar-save-${one}`}>
            {t('vatPapersView.calendar.saveYear', { year: String(one) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
