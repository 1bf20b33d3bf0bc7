/** Events with words of their own; others, from newer versions, show their name. */
export const EVIDENCE_EVENTS = [
  'made',
  'saved',
  'imported',
  'check',
  'approve',
  'edit',
  'send',
  'accept',
  'refuse',
  'lose',
  'receipt',
  'release',
  'notSent',
] as const;
export type EvidenceEvent = (typeof EVIDENCE_EVENTS)[number];

export const isEvidenceEvent = (event: string): event is EvidenceEvent => EVIDENCE_EVENTS.some((known) => known === event);
