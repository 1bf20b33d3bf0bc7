/** Every request the core can make, by the name it has in the log and, as `api.<name>`, in the trail; each has words there (`activity.api.<name>`). */
export const OPERATIONS = [
  ...(['mmf.search', 'mmf.content', 'int.health', 'int.file'] as const),
  ...(['identity.vendor', 'identity.metadata', 'identity.token'] as const),
  ...(['relay.nonce', 'relay.keys', 'relay.register', 'relay.rotate', 'relay.revoke'] as const),
  ...(['sandbox.clock', 'sandbox.seed', 'sandbox.quota'] as const),
] as const;
export type Operation = (typeof OPERATIONS)[number];
