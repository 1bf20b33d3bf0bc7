import { IconArchive, IconBan, IconClockHour4, IconEyeOff, IconFileAlert, IconFileOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ArchiveState, DocumentRow } from '#shared/contract/documents.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../i18n/context.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/tone.ts';

const ICONS: Readonly<Record<ArchiveState, typeof IconArchive>> = {
  stored: IconArchive,
  waiting: IconClockHour4,
  refused: IconBan,
  gone: IconFileOff,
  damaged: IconFileAlert,
  excluded: IconEyeOff,
};
const TONES: Readonly<Record<ArchiveState, Tone>> = {
  stored: 'plain',
  waiting: 'plain',
  refused: 'warn',
  gone: 'danger',
  damaged: 'warn',
  excluded: 'plain',
};

/** Days before its last at which a document still outside the archive becomes a worry, and at which it is about to be lost. */
const SOON = 7;
const LAST = 2;

/** Whether the archive holds the document; outside of it, how long SPF still gives it. */
export function ArchiveMark({ row, today }: { readonly row: DocumentRow; readonly today: LocalDate | undefined }): ReactNode {
  const t = useT();
  const Icon = ICONS[row.archive];
  const left = today ? daysBetween(today, row.leavesOn) : null;
  const counts = left !== null && left >= 0 && (row.archive === 'waiting' || row.archive === 'damaged');
  const tone = counts && left <= LAST ? 'danger' : counts && left <= SOON ? 'warn' : TONES[row.archive];
  return (
    <Chip bare tone={tone} icon={<Icon />}>
      {t(`documentsView.archive.${row.archive}`)}
      {counts && ` · ${t('documentPreview.daysLeft', { days: left })}`}
    </Chip>
  );
}
