import { IconAlertTriangle, IconClockHour4, IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentRow, FactSource } from '#shared/contract/documents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatDate } from '../../i18n/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import classes from './columns.module.css';
import { type Due, dueOf } from './due.ts';

function wordsOf(due: Due, t: Translator): string {
  switch (due.kind) {
    case 'none':
      return '';
    case 'urgent':
      return t('documentsList.due.urgent');
    case 'late':
      return t('documentsList.due.late', { days: due.days });
    case 'in':
      return t('documentsList.due.in', { days: due.days });
    case 'on':
      return formatDate(due.date);
  }
}

/** Says of a value that a machine read it; what SPF stated carries no mark. */
export function SourceMark({ source, t }: { readonly source: FactSource | null; readonly t: Translator }): ReactNode {
  if (source !== 'machine') return null;
  return (
    <span className={classes.source} title={t('documentsList.byMachine')}>
      <IconScan size={12} role="img" aria-label={t('documentsList.byMachine')} />
    </span>
  );
}

/** By when something must be done. */
export function DueCell({
  row,
  today,
  t,
}: {
  readonly row: DocumentRow;
  readonly today: LocalDate | undefined;
  readonly t: Translator;
}): ReactNode {
  const due = dueOf(row, today);
  if (due.kind === 'none') return null;
  const words = wordsOf(due, t);
  const date = row.dueOn ? formatDate(row.dueOn) : undefined;
  return (
    <>
      <span title={date} className={row.work === 'done' ? classes.quiet : undefined}>
        {due.tone === 'plain' ? (
          words
        ) : (
          <Chip bare tone={due.tone} icon={due.tone === 'danger' ? <IconAlertTriangle /> : <IconClockHour4 />}>
            {words}
          </Chip>
        )}
      </span>
      <SourceMark source={row.dueBy} t={t} />
    </>
  );
}
