import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClock,
  IconEye,
  IconHelpHexagon,
  IconHourglass,
  IconLock,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { Tone } from '../../../ui/tone.ts';

/** A return's state as the board shows it; `none` for one that nobody has begun. */
export type ShownState = NonNullable<BoardRow['state']> | 'none';

export const STATES: Readonly<Record<ShownState, { readonly icon: typeof IconPencil; readonly tone: Tone }>> = {
  none: { icon: IconCircleDashed, tone: 'plain' },
  draft: { icon: IconPencil, tone: 'plain' },
  ready: { icon: IconEye, tone: 'accent' },
  approved: { icon: IconLock, tone: 'accent' },
  queued: { icon: IconClock, tone: 'accent' },
  sending: { icon: IconSend, tone: 'accent' },
  accepted: { icon: IconHourglass, tone: 'accent' },
  refused: { icon: IconAlertTriangle, tone: 'danger' },
  unknown: { icon: IconHelpHexagon, tone: 'danger' },
  proven: { icon: IconCircleCheckFilled, tone: 'ok' },
};

/** The groups over the board, in the order of the work. */
export const GROUPS = ['toPrepare', 'toApprove', 'ready', 'trouble', 'filed', 'proven'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<ShownState, Group>> = {
  none: 'toPrepare',
  draft: 'toPrepare',
  ready: 'toApprove',
  approved: 'ready',
  queued: 'ready',
  sending: 'filed',
  accepted: 'filed',
  refused: 'trouble',
  unknown: 'trouble',
  proven: 'proven',
};

type Grouped = Pick<BoardRow, 'state'> & Partial<Pick<BoardRow, 'filedElsewhere'>>;

export const shownState = (row: Pick<BoardRow, 'state'>): ShownState => row.state ?? 'none';
/** What was filed elsewhere is filed, whatever stands in the draft here. */
export const groupOf = (row: Grouped): Group => (row.filedElsewhere ? 'filed' : GROUP_OF[shownState(row)]);

export function countGroups(rows: readonly Grouped[]): Readonly<Record<Group, number>> {
  const counts: Record<Group, number> = { toPrepare: 0, toApprove: 0, ready: 0, trouble: 0, filed: 0, proven: 0 };
  for (const row of rows) counts[groupOf(row)] += 1;
  return counts;
}
