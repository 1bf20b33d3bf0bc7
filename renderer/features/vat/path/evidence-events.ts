import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translator } from '#shared/i18n/translator.ts';

/** Events with words of their own; others, from newer versions, show their name. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  made: 'vatView.evidence.made',
  saved: 'vatView.evidence.saved',
  imported: 'vatView.evidence.imported',
  check: 'vatView.evidence.check',
  approve: 'vatView.evidence.approve',
  edit: 'vatView.evidence.edit',
  discard: 'vatDiscard.event.discard',
  restore: 'vatDiscard.event.restore',
  again: 'vatDiscard.event.again',
  queue: 'vatPathView.event.queue',
  unqueue: 'vatPathView.event.unqueue',
  send: 'vatView.evidence.send',
  accept: 'vatView.evidence.accept',
  refuse: 'vatView.evidence.refuse',
  lose: 'vatView.evidence.lose',
  receipt: 'vatView.evidence.receipt',
  release: 'vatView.evidence.release',
  notSent: 'vatView.evidence.notSent',
  unreached: 'vatPathView.event.unreached',
  portal: 'vatPathView.event.portal',
  signOff: 'vatPathView.event.signOff',
  altered: 'vatPathView.event.altered',
  differs: 'vatPathView.event.differs',
  maybeFiled: 'vatPathView.event.maybeFiled',
  replacing: 'vatPathView.event.replacing',
  annexAdded: 'vatPathView.event.annexAdded',
  annexRemoved: 'vatPathView.event.annexRemoved',
  corrected: 'vatPathView.event.corrected',
  correctionTakenOut: 'vatPathView.event.correctionTakenOut',
  elsewhere: 'vatElsewhere.event',
  replace: 'vatPathView.event.replacing',
};

export function eventText(event: string, t: Translator): string {
  const key = WORDS[event];
  return key ? t(key) : event;
}
