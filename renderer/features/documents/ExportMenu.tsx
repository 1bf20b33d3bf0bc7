import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';

const FORMATS: readonly ExportFormat[] = ['zip', 'xlsx', 'csv'];

export interface ExportMenuProps {
  readonly count: number;
  readonly onExport: (format: ExportFormat) => void;
  readonly testId: string;
}

export function ExportMenu({ count, onExport, testId }: ExportMenuProps): ReactNode {
  const t = useT();
  return (
    <Menu>
      <Menu.Target>
        <Button
          leftSection={<IconDownload size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          disabled={count === 0}
          data-testid={testId}
        >
          {t('documentsDesk.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('documentsDesk.exportOf', { count, shown: formatCount(count) })}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => onExport(format)} data-testid={`${testId}-${format}`}>
            {t(`documentsDesk.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
