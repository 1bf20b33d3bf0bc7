import { IconCheck, IconCircle, IconCircleFilled, IconHistory, IconNote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { ArchiveMark } from './ArchiveMark.tsx';
import classes from './columns.module.css';
import type { CellContext } from './columns.tsx';
import { Marked } from './Marked.tsx';
import { marksIn } from './search-marks.ts';
import { Tags } from './Tags.tsx';

const WORK_ICONS = { new: IconCircleFilled, todo: IconCircle, done: IconCheck } as const;

function WorkMark({ row, t }: { readonly row: DocumentRow; readonly t: Translator }): ReactNode {
  const Icon = WORK_ICONS[row.work];
  return (
    <Icon
      className={classes.work}
      data-work={row.work}
      size={row.work === 'done' ? 14 : 9}
      aria-label={t(`documentsView.work.${row.work}`)}
      role="img"
    />
  );
}

/** What a document is called, with what no column of its own says: note, versions, tags, archive. */
export function LabelCell({ row, context }: { readonly row: DocumentRow; readonly context: CellContext }): ReactNode {
  const { t, words, shown, today } = context;
  const label = row.label[t.locale].trim();
  return (
    <>
      <WorkMark row={row} t={t} />
      <span className={classes.label} title={label}>
        <Marked text={label} marks={marksIn(label, words)} />
      </span>
      {row.noted && <IconNote className={classes.mark} size={14} role="img" aria-label={t('documentsList.noted')} />}
      {row.versions > 1 && (
        <span className={classes.versions} title={t('documentsList.versions', { count: row.versions })}>
          <IconHistory size={13} role="img" aria-label={t('documentsList.versions', { count: row.versions })} />
          {row.versions}
        </span>
      )}
      {!shown.has('tags') && <Tags tags={row.tags} most={1} />}
      {!shown.has('archive') && row.archive !== 'stored' && <ArchiveMark row={row} today={today} />}
      {words.length > 0 && (
        <span className={classes.hit}>
          {row.hit ? (
            <Marked text={row.hit.text} marks={row.hit.marks} />
          ) : (
            <span className={classes.quiet}>{t('documentsList.inTitle')}</span>
          )}
        </span>
      )}
    </>
  );
}
