import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { zAuditFormat, zAuditReport } from '#shared/contract/audit.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import type { TrailFilter } from './use-trail.ts';

const REPORTS = zAuditReport.options;
const FORMATS = zAuditFormat.options;

/** The report SPF may ask for, of the days on the screen; the other filters do not thin it. */
export function TrailExport({ from, until }: Pick<TrailFilter, 'from' | 'until'>): ReactNode {
  const t = useT();
  const problem = useProblem();
  const write = useAct('shell.exportAudit');
  const ask = (report: (typeof REPORTS)[number], format: (typeof FORMATS)[number]): void =>
    write.mutate(
      { report, format, from, until },
      {
        onError: problem,
        onSuccess: ({ saved, entries }) => saved && notifications.show({ message: t('auditView.exported', { entries }) }),
      },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <MayButton
          needs="shell.exportAudit"
          loading={write.isPending}
          leftSection={<IconDownload size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          data-testid="trail-export"
        >
          {t('auditView.export')}
        </MayButton>
      </Menu.Target>
      <Menu.Dropdown>
        {REPORTS.map((report) => (
          <Fragment key={report}>
            <Menu.Label>{t(`audit.report.${report}`)}</Menu.Label>
            {FORMATS.map((format) => (
              <Menu.Item key={format} onClick={() => ask(report, format)} data-testid={`trail-export-${report}-${format}`}>
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
