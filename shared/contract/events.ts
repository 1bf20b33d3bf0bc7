/** What changed; the screen fetches anew what it shows of it. Payloads never travel as events. */
export const TOPICS = [
  'status',
  'vault',
  'lock',
  'settings',
  'users',
  'clients',
  'identity',
  'documents',
  'desk',
  'reading',
  'archive',
  'backup',
  'retention',
  'mirror',
  'exports',
  'sync',
  'vat',
  'activity',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface TopicEvent {
  readonly topic: Topic;
  /** The client concerned, when it is only one. */
  readonly clientId?: string;
  /** Grows by one with each event of a core; a gap means that something was missed and all must be fetched anew. */
  readonly sequence: number;
}
