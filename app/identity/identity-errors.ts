import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { type ErrorOptions, GuichetError } from '#shared/domain/errors.ts';

type Outcome = readonly [code: string, options: ErrorOptions];

const connect: ErrorOptions = { action: 'connect' };
const again: ErrorOptions = { action: 'retry', retryable: true };

/** What each `error` of the authorization server means for a person (RFC 6749 sections 4.1.2.1 and 5.2, as SPF uses them). */
const BY_OAUTH_ERROR: Readonly<Record<string, Outcome>> = {
  // SPF answers this when somebody other than the legal representative tries to consent.
  invalid_scope: ['identity.invalid_scope', connect],
  access_denied: ['identity.access_denied', connect],
  invalid_client: ['identity.invalid_client', { action: 'retry' }],
  unauthorized_client: ['identity.invalid_client', { action: 'retry' }],
  invalid_grant: ['identity.invalid_grant', connect],
  server_error: ['identity.unavailable', again],
  temporarily_unavailable: ['identity.unavailable', again],
};

/** Codes of openid-client for an answer that is not what the protocol says. */
const BY_CLIENT_CODE: Readonly<Record<string, Outcome>> = {
  // SPF answers an HTML page to a late exchange of the code and on some failures.
  OAUTH_RESPONSE_IS_NOT_JSON: ['identity.html_answer', again],
  OAUTH_PARSE_ERROR: ['identity.html_answer', again],
  OAUTH_RESPONSE_IS_NOT_CONFORM: ['identity.unavailable', again],
  OAUTH_TIMEOUT: ['net.lost', again],
  OAUTH_ABORT: ['net.lost', again],
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: ['identity.bad_id_token', connect],
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: ['identity.bad_id_token', connect],
  OAUTH_INVALID_RESPONSE: ['identity.bad_id_token', connect],
};

function guichetCause(error: unknown): GuichetError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) if (at instanceof GuichetError) return at;
  return null;
}

/** An authorization failure in our own terms. The server's `error_description` is not passed on: it may name a person. */
export function toIdentityError(error: unknown): GuichetError {
  const own = guichetCause(error);
  if (own) return own;
  const [code, options] = outcomeOf(error);
  return new GuichetError(code, { ...options, cause: error });
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return BY_OAUTH_ERROR[error.error] ?? ['identity.refused', { ...connect, params: { error: oauthWord(error.error) } }];
  }
  const byCode = error instanceof ClientError && error.code ? BY_CLIENT_CODE[error.code] : undefined;
  return byCode ?? ['identity.unavailable', again];
}

/** An OAuth error is a short ASCII word; anything else is not shown. */
const oauthWord = (text: string): string => (/^[a-z_]{1,40}$/.test(text) ? text : '?');
