import type { WorkState } from '#shared/contract/documents.ts';
import type { WorkTab } from './filter-url.ts';

const HELD: Readonly<Record<WorkTab, readonly WorkState[]>> = {
  inbox: ['new', 'todo'],
  all: ['new', 'todo', 'done'],
  todo: ['todo'],
  done: ['done'],
};

/** Whether a document in this state of work stands in this tab. */
export const staysIn = (tab: WorkTab, work: WorkState): boolean => HELD[tab].includes(work);
