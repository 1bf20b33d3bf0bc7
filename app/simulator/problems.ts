import { randomBytes } from 'node:crypto';
import type { Answer } from './exchange.ts';
import type { Profile } from './options.ts';

interface Kind {
  readonly status: number;
  /** Name in the federal REST guide, `urn:problem-type:belgif:<name>`. */
  readonly belgif: string;
  readonly title: string;
  /** Type SPF was seen to use instead. */
  readonly observed?: string;
  /** Status SPF answers where it departs from the guide. */
  readonly observedStatus?: number;
}

const SPFF = 'urn:problem-type:spff:fineapi:';

const KINDS = {
  noAccessToken: { status: 401, belgif: 'noAccessToken', title: 'No Access Token' },
  invalidAccessToken: { status: 401, belgif: 'invalidAccessToken', title: 'Invalid Access Token' },
  expiredAccessToken: { status: 401, belgif: 'expiredAccessToken', title: 'Expired Access Token' },
  missingScope: { status: 403, belgif: 'missingScope', title: 'Missing Scope' },
  missingPermission: { status: 403, belgif: 'missingPermission', title: 'Missing Permission' },
  badRequest: { status: 400, belgif: 'badRequest', title: 'Bad Request', observed: `${SPFF}badRequest` },
  unknownDocument: {
    status: 404,
    belgif: 'resourceNotFound',
    title: 'Resource Not Found',
    observed: `${SPFF}badRequest`,
    observedStatus: 400,
  },
  resourceNotFound: { status: 404, belgif: 'resourceNotFound', title: 'Resource Not Found' },
  unsupportedMediaType: { status: 415, belgif: 'unsupportedMediaType', title: 'Unsupported Media Type' },
  payloadTooLarge: { status: 413, belgif: 'payloadTooLarge', title: 'Payload Too Large' },
  tooManyRequests: { status: 429, belgif: 'tooManyRequests', title: 'Too Many Requests', observed: `${SPFF}tooManyRequests` },
  internalServerError: { status: 500, belgif: 'internalServerError', title: 'Internal Server Error' },
  badGateway: { status: 502, belgif: 'badGateway', title: 'Bad Gateway' },
  serviceUnavailable: { status: 503, belgif: 'serviceUnavailable', title: 'Service Unavailable' },
} satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof KINDS;

export interface Issue {
  readonly in: 'header' | 'query' | 'path' | 'body';
  readonly name: string;
  readonly detail: string;
}

interface Details {
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** `application/problem+json` (RFC 9457) with the type and status of the profile. */
export function problem(profile: Profile, kind: ProblemKind, details: Details = {}): Answer {
  const entry: Kind = KINDS[kind];
  const observed = profile === 'observed';
  const status = observed ? (entry.observedStatus ?? entry.status) : entry.status;
  const type = (observed && entry.observed) || `urn:problem-type:belgif:${entry.belgif}`;
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  const { detail, issues, headers } = details;
  const body = {
    type,
    title: entry.title,
    status,
    ...(detail ? { detail } : {}),
    instance: `urn:uuid:${uuid()}`,
    ...(issues ? { issues: issues.map((issue) => ({ type: 'urn:problem-type:belgif:input-validation:schemaViolation', ...issue })) } : {}),
  };
  return { status, headers: { 'content-type': 'application/problem+json', ...challenge, ...headers }, body: JSON.stringify(body) };
}

/** `error:uuid:<32 HEX>`, the id Intervat's helpdesk asks for. */
export const helpdeskId = (): string => `error:uuid:${randomBytes(16).toString('hex').toUpperCase()}`;

function uuid(): string {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
