import type { ReturnView } from '#shared/contract/vat.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { INK, type Ink } from '../pdf/inks.ts';

/** What a printed return says about its being filed. */
export interface Mark {
  readonly title: MessageKey;
  readonly note: MessageKey;
  readonly ink: Ink;
  readonly wash: Ink;
  /** Whether how far it is says more than the title does. */
  readonly tellsState: boolean;
}

const mark = (name: 'notFiled' | 'unknown' | 'accepted' | 'portal' | 'proven', ink: Ink, wash: Ink): Mark => ({
  ...{ title: `papers.mark.${name}`, note: `papers.mark.${name}.note`, ink, wash, tellsState: name === 'notFiled' },
});
const NOT_FILED = mark('notFiled', INK.danger, INK.dangerWash);
const UNKNOWN = mark('unknown', INK.warning, INK.warningWash);
const ACCEPTED = mark('accepted', INK.text, INK.wash);
const PORTAL = mark('portal', INK.text, INK.wash);
const PROVEN = mark('proven', INK.proven, INK.provenWash);

const BY_STATE: Readonly<Record<FilingState, Mark>> = {
  ...{ draft: NOT_FILED, ready: NOT_FILED, approved: NOT_FILED, queued: NOT_FILED, refused: NOT_FILED },
  ...{ sending: UNKNOWN, unknown: UNKNOWN, accepted: ACCEPTED, proven: PROVEN },
};

export const markOf = ({ state, portal }: Pick<ReturnView, 'state' | 'portal'>): Mark =>
  state === 'accepted' && portal !== null ? PORTAL : BY_STATE[state];
