import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { type GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { call } from '../../data/call.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import { useProblem } from '../../ui/use-problem.ts';

/** Writes documents to a file that is asked for; says what it holds, and what the archive lacked. */
export function useExport(): (selection: DocumentSelection, format: ExportFormat, name: string | undefined) => void {
  const t = useT();
  const problem = useProblem();
  return useCallback(
    (selection, format, name) => {
      call('shell.export', { selection, format, ...(name ? { name: name.slice(0, 100) } : {}) }).then(
        ({ saved, documents, missing, bytes }) => {
          if (!saved) return;
          notifications.show({
            message: t('documentsDesk.exported', { count: documents, shown: formatCount(documents), missing, size: formatBytes(bytes) }),
            autoClose: 12_000,
            closeButtonProps: { 'aria-label': t('frame.close') },
          });
        },
        (error: GuichetError) => {
          if (error.code !== 'exports.cancelled') problem(toErrorShape(error));
        },
      );
    },
    [t, problem],
  );
}
