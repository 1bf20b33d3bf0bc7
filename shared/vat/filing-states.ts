/** The path of a filing. `proven` needs both receipts, PDF and XML, in the archive. */
export const FILING_STATES = ['draft', 'checked', 'approved', 'sending', 'accepted', 'refused', 'unknown', 'proven'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/**
 * What may happen to a filing. `lose`: the answer did not arrive (time-out, 5xx, cut); `receipt`: both receipts are stored; `release`: a
 * second person lets the same bytes go again after the receipt's window passed without one.
 */
export const FILING_EVENTS = ['check', 'approve', 'edit', 'send', 'accept', 'refuse', 'lose', 'receipt', 'release'] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];

const TRANSITIONS: Readonly<Record<FilingState, Readonly<Partial<Record<FilingEvent, FilingState>>>>> = {
  draft: { check: 'checked' },
  checked: { edit: 'draft', approve: 'approved' },
  approved: { edit: 'draft', send: 'sending' },
  // A start-up that finds this state applies `lose`: whether the bytes went out cannot be known.
  sending: { accept: 'accepted', refuse: 'refused', lose: 'unknown' },
  accepted: { receipt: 'proven' },
  refused: { edit: 'draft' },
  unknown: { accept: 'accepted', refuse: 'refused', release: 'approved' },
  proven: {},
};

/** The state after `event`, or `null` where the event is not allowed. */
export function transition(state: FilingState, event: FilingEvent): FilingState | null {
  return TRANSITIONS[state][event] ?? null;
}

export function allowedEvents(state: FilingState): readonly FilingEvent[] {
  return FILING_EVENTS.filter((event) => event in TRANSITIONS[state]);
}
