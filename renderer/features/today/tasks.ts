import {
  IconAlarm,
  IconAlertTriangle,
  IconCalendarDue,
  IconCalendarQuestion,
  IconCash,
  IconDatabaseExclamation,
  IconEye,
  IconFileDownload,
  IconGavel,
  IconHelpHexagon,
  IconHistory,
  IconHourglass,
  IconKey,
  IconSend,
} from '@tabler/icons-react';
import type { Task } from '#shared/contract/overview.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { Tone } from '../../ui/tone.ts';

export const TASK_ICONS: Readonly<Record<Task['kind'], typeof IconKey>> = {
  consent: IconKey,
  demand: IconGavel,
  dueSoon: IconCalendarDue,
  lateDemand: IconHistory,
  leaving: IconFileDownload,
  gap: IconCalendarQuestion,
  backup: IconDatabaseExclamation,
  unknownFiling: IconHelpHexagon,
  refusedFiling: IconAlertTriangle,
  receiptMissing: IconHourglass,
  returnDue: IconAlarm,
  toApprove: IconEye,
  readyToFile: IconSend,
  payment: IconCash,
};

const SOON = 5;
const LOST: ReadonlySet<Task['kind']> = new Set<Task['kind']>(['demand', 'unknownFiling', 'refusedFiling']);
/** Red where money or a deadline is being lost, amber where it soon will be. */
export function toneOf(task: Pick<Task, 'kind' | 'due'>, today: LocalDate): Tone {
  const days = task.due ? daysBetween(today, task.due) : null;
  if (LOST.has(task.kind)) return 'danger';
  if (task.kind === 'lateDemand') return 'plain';
  if (days !== null && days < 0 && task.kind !== 'receiptMissing') return 'danger';
  return days !== null && days <= SOON ? 'warn' : 'plain';
}

/** The tone of the gravest of its tasks. */
export function weightOf({ tasks }: { readonly tasks: readonly Pick<Task, 'kind' | 'due'>[] }, today: LocalDate): Tone {
  const tones = new Set(tasks.map((task) => toneOf(task, today)));
  return tones.has('danger') ? 'danger' : tones.has('warn') ? 'warn' : 'plain';
}

/** Hours of a demand that still runs, counted in whole days as its date allows; `null` for all else. */
export function hoursLeft(task: Pick<Task, 'kind' | 'due'>, today: LocalDate): number | null {
  return task.kind === 'demand' && task.due ? Math.max(0, daysBetween(today, task.due)) * 24 : null;
}

const document = (id: string): string => `/documents?work=all&doc=${id}`;
const filing = (id: string, step = ''): string => `/vat/return/${id}${step}`;

/** Where the task's button leads; `null` when the return must first be opened. */
export function pathOf(task: Pick<Task, 'kind' | 'count' | 'targetId' | 'clientId' | 'periodKey'>): string | null {
  const { kind, targetId, clientId } = task;
  switch (kind) {
    case 'consent':
      return '/settings/connections';
    case 'gap':
      return '/settings/archive';
    case 'backup':
      return '/settings/backup';
    case 'lateDemand':
      if (task.count > 1) return clientId ? `/documents?urgent=1&client=${clientId}` : '/documents?urgent=1';
      return targetId ? document(targetId) : '/documents?urgent=1';
    case 'demand':
    case 'dueSoon':
    case 'leaving':
      return targetId ? document(targetId) : '/documents?work=all';
    case 'readyToFile':
      return targetId ? filing(targetId, '/file') : '/vat?group=ready';
    case 'toApprove':
      return targetId ? filing(targetId, '/review') : '/vat?group=toApprove';
    case 'receiptMissing':
      return targetId ? filing(targetId, '/receipt') : '/vat?group=filed';
    case 'unknownFiling':
    case 'refusedFiling':
      return targetId ? filing(targetId, '/file') : '/vat?group=trouble';
    case 'returnDue':
    case 'payment':
      if (targetId) return filing(targetId);
      if (kind === 'returnDue' && clientId && task.periodKey) return null;
      return clientId ? `/vat/client/${clientId}` : '/vat';
  }
}
