/**
 * The life of one return towards SPF. `unknown`: the answer to the POST was lost, so nobody knows whether the return was filed; it is
 * never sent again by itself. `queued`: approved, and sent as soon as network and consent are there. `proven`: accepted, and both receipt
 * documents (PDF and XML) are stored.
 */
export const FILING_STATES = ['draft', 'ready', 'approved', 'queued', 'sending', 'accepted', 'refused', 'unknown', 'proven'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/**
 * - `check` nothing blocks · `approve` the bytes are frozen · `edit` back to draft, an approval is void · `queue`, `unqueue`
 * - `send` the POST begins · `notSent` SPF answered that it took nothing, a person may send again · `unreached` no byte left the machine
 * - `accept` SPF answered with references · `refuse` SPF said no; from `unknown`, a person found on the portal that it is not there
 * - `lose` time-out, 5xx, cut connection, or a start-up that finds a POST under way
 * - `receipt` from `unknown`: a receipt of this return was found; from `accepted`: PDF and XML are both stored
 * - `release` a second person lets a lost return be sent again, the receipt's window having passed without one
 * - `portal` a person filed it on SPF's portal and attached the proof
 * - `again` from `refused`, where SPF did not judge what the return says (no mandate, no such path): the same approved bytes may go again
 */
export const FILING_EVENTS = [
  ...(['check', 'approve', 'edit', 'queue', 'unqueue', 'send', 'accept', 'refuse'] as const),
  ...(['notSent', 'unreached', 'lose', 'receipt', 'release', 'portal', 'again'] as const),
] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];

const TRANSITIONS: Readonly<Record<FilingState, Readonly<Partial<Record<FilingEvent, FilingState>>>>> = {
  draft: { check: 'ready', edit: 'draft', portal: 'accepted' },
  ready: { check: 'ready', approve: 'approved', edit: 'draft', portal: 'accepted' },
  approved: { queue: 'queued', send: 'sending', edit: 'draft', portal: 'accepted' },
  queued: { unqueue: 'approved', send: 'sending', edit: 'draft', portal: 'accepted' },
  // Back to `approved` or `queued` only when it is certain that SPF took nothing: that is what "a filing is never retried" means.
  sending: { accept: 'accepted', refuse: 'refused', notSent: 'approved', unreached: 'queued', lose: 'unknown' },
  unknown: { receipt: 'accepted', refuse: 'refused', release: 'approved', portal: 'accepted' },
  refused: { edit: 'draft', portal: 'accepted', again: 'approved' },
  accepted: { receipt: 'proven' },
  proven: {},
};

/** The state after the event, or `null` when the event cannot happen in this state. */
export function transition(state: FilingState, event: FilingEvent): FilingState | null {
  return TRANSITIONS[state][event] ?? null;
}

export function allowedEvents(state: FilingState): FilingEvent[] {
  return FILING_EVENTS.filter((event) => transition(state, event) !== null);
}

/** The state a row is put in at start-up: a POST that was under way when the program ended has an unknown outcome. */
export const stateAfterRestart = (state: FilingState): FilingState => (state === 'sending' ? 'unknown' : state);

/** What an event needs beyond the state it starts from. */
export interface EventNeeds {
  /** Caused by a person; `false`: by the program alone. */
  readonly person: boolean;
  /** Another person than the one who prepared or sent the return. */
  readonly secondPerson: boolean;
  /** A written reason. */
  readonly reason: boolean;
  /** The day after sending is over and its receipts were looked for. */
  readonly windowPassed: boolean;
}

const BY_PERSON: ReadonlySet<FilingEvent> = new Set<FilingEvent>(['check', 'approve', 'edit', 'queue', 'unqueue', 'send', 'again']);
const NOTHING: EventNeeds = { person: false, secondPerson: false, reason: false, windowPassed: false };

export function eventNeeds(state: FilingState, event: FilingEvent): EventNeeds {
  if (event === 'release') return { person: true, secondPerson: true, reason: true, windowPassed: true };
  if (event === 'refuse' && state === 'unknown') return { ...NOTHING, person: true, reason: true };
  if (event === 'portal') return { ...NOTHING, person: true, reason: true };
  if (BY_PERSON.has(event)) return { ...NOTHING, person: true };
  return NOTHING;
}
