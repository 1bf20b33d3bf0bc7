import type { DeskChange } from '#shared/contract/desk.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatCount } from '../../i18n/format.ts';

/** What a change did, in words: `3 documents marked done`. @param name of the person they were given to */
export function didWords(change: DeskChange, count: number, name: string, t: Translator): string {
  const params = { count, shown: formatCount(count) };
  if (change.work) return t(`documentsDesk.did.${change.work}`, params);
  if (change.assigneeId === null) return t('documentsDesk.did.unassigned', params);
  if (change.assigneeId) return t('documentsDesk.did.assigned', { ...params, name });
  if (change.addTags?.length) return t('documentsDesk.did.tagged', { ...params, tag: change.addTags.join(', ') });
  if (change.removeTags?.length) return t('documentsDesk.did.untagged', { ...params, tag: change.removeTags.join(', ') });
  if (change.seen !== undefined) return t(change.seen ? 'documentsDesk.did.seen' : 'documentsDesk.did.unseen', params);
  return t('documentsDesk.did.noted', params);
}
