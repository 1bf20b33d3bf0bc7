/** Answers other than success, as `{code}` with their status. Words belong to the installation, which has four languages. */
const STATUS = {
  'relay.proof': 400,
  'relay.key': 400,
  'relay.privateKey': 400,
  'relay.nonce': 400,
  'relay.state': 400,
  'relay.input': 400,
  'relay.enrolment': 403,
  'relay.notYours': 403,
  'relay.unknown': 404,
  'relay.ended': 409,
  'relay.full': 507,
} as const;
export type RelayCode = keyof typeof STATUS;

export class RelayError extends Error {
  readonly code: RelayCode;
  readonly statusCode: number;

  constructor(code: RelayCode) {
    super(code);
    this.code = code;
    this.statusCode = STATUS[code];
  }
}
