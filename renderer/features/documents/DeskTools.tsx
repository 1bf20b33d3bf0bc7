import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard, IconLayoutSidebarRight, IconLayoutSidebarRightFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { useT } from '../../i18n/context.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import type { ColumnId } from './column-order.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { SavedViews } from './SavedViews.tsx';
import type { DocumentDesk } from './use-document-desk.ts';

export interface DeskToolsProps {
  readonly desk: DocumentDesk;
  readonly columns: readonly ColumnId[];
  readonly previewVisible: boolean;
  readonly onPreview: (on: boolean) => void;
  /** What is exported: the chosen documents, or the whole list. */
  readonly count: number;
  readonly onExport: (format: ExportFormat) => void;
}

/** What concerns the list as a whole. */
export function DeskTools({ desk, columns, previewVisible, count, onPreview, onExport }: DeskToolsProps): ReactNode {
  const t = useT();
  const Sidebar = previewVisible ? IconLayoutSidebarRightFilled : IconLayoutSidebarRight;
  return (
    <>
      <SavedViews params={desk.params} sort={desk.order} onParams={desk.setParams} />
      <ExportMenu count={count} onExport={onExport} testId="doc-export" />
      <ColumnsMenu shown={columns} />
      <Tooltip label={t('documentsKeys.preview')}>
        <ActionIcon
          aria-label={t('documentsKeys.preview')}
          aria-pressed={previewVisible}
          onClick={() => onPreview(!previewVisible)}
          data-testid="doc-toggle-preview"
        >
          <Sidebar size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('documentsKeys.show')}>
        <ActionIcon aria-label={t('documentsKeys.show')} onClick={() => desk.setPanel({ kind: 'keys' })} data-testid="doc-show-keys">
          <IconKeyboard size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
