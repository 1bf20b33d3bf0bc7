/**
 * The life of one return towards SPF. `unknown`: the answer to the POST was lost, so nobody knows whether the return was filed; it is
 * never sent again by itself. `proven`: accepted, and both receipt documents (PDF and XML) are stored.
 */
export const FILING_STATES = ['draft', 'checked', 'approved', 'sending', 'accepted', 'refused', 'unknown', 'proven'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/**
 * - `check` nothing blocks · `approve` the bytes are frozen · `edit` back to draft · `send` the POST begins
 * - `accept` SPF answered with references · `refuse` SPF said no; from `unknown`, a person found on the portal that it is not there
 * - `lose` time-out, 5xx, cut connection, or a start-up that finds a POST under way
 * - `receipt` from `unknown`: a receipt of this return was found; from `accepted`: PDF and XML are both stored
 * - `release` a second person lets a lost return be sent again, the receipt's window having passed without one
 */
export const FILING_EVENTS = ['check', 'approve', 'edit', 'send', 'accept', 'refuse', 'lose', 'receipt', 'release'] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];

const TRANSITIONS: Readonly<Record<FilingState, Readonly<Partial<Record<FilingEvent, FilingState>>>>> = {
  draft: { check: 'checked', edit: 'draft' },
  checked: { check: 'checked', approve: 'approved', edit: 'draft' },
  approved: { send: 'sending', edit: 'draft' },
  // No way back to `approved` and no second `send` from here: that is what "a filing is never retried" means.
  sending: { accept: 'accepted', refuse: 'refused', lose: 'unknown' },
  unknown: { receipt: 'accepted', refuse: 'refused', release: 'approved' },
  refused: { edit: 'draft' },
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

const NOTHING: EventNeeds = { person: false, secondPerson: false, reason: false, windowPassed: false };

export function eventNeeds(state: FilingState, event: FilingEvent): EventNeeds {
  if (event === 'release') return { person: true, secondPerson: true, reason: true, windowPassed: true };
  if (event === 'refuse' && state === 'unknown') return { ...NOTHING, person: true, reason: true };
  if (event === 'approve' || event === 'send' || event === 'edit' || event === 'check') return { ...NOTHING, person: true };
  return NOTHING;
}
