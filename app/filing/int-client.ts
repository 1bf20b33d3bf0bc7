import { looksLikeHtml, readBytes } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { FILING_TIMEOUT_MS, HEALTH_TIMEOUT_MS } from './filing-facts.ts';
import { type Outcome, outcomeOf, outcomeOfFailure } from './send-outcome.ts';

export interface FilingRequest {
  readonly declarationType: string;
  readonly vatNumber: string;
  readonly zip: Uint8Array;
  readonly token: string;
  readonly correlationId: string;
  readonly locale: Locale;
}

export interface FilingAnswer {
  readonly outcome: Outcome;
  /** `null` when no status arrived. */
  readonly status: number | null;
}

const HEALTH_LIMIT = 64 * 1024;
const ANSWER_LIMIT = 4 * 1024 * 1024;

/** Intervat's API. */
export interface IntClient {
  /** Whether Intervat is there; nothing is sent that counts. @throws GuichetError `net.*`, `filing.unavailable` for any other answer */
  health(correlationId: string): Promise<void>;
  /** Sends exactly once; never throws, since what is not known is an outcome too. */
  file(request: FilingRequest): Promise<FilingAnswer>;
}

export function createIntClient(net: Http, apiBase: string): IntClient {
  return {
    async health(correlationId) {
      const response = await net.send({
        operation: 'int.health',
        url: `${apiBase}/Intervat/api/OAU/v1/health`,
        method: 'GET',
        headers: { accept: 'application/json', 'minfin-ws-correlation': correlationId },
        timeoutMs: HEALTH_TIMEOUT_MS,
        correlationId,
      });
      const body = await readBytes(response, HEALTH_LIMIT);
      // A portal's maintenance page comes with 200 too.
      if (response.status === 200 && !looksLikeHtml(body)) return;
      throw new GuichetError('filing.unavailable', { retryable: true, action: 'retry', params: { status: response.status } });
    },
    async file({ declarationType, vatNumber, zip, token, correlationId, locale }) {
      try {
        const response = await net.send({
          operation: 'int.file',
          url: `${apiBase}/Intervat/api/OAU/v1/declaration/${declarationType}/${vatNumber}?lang=${locale}`,
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            'content-type': 'application/zip',
            'minfin-ws-correlation': correlationId,
          },
          body: zip,
          timeoutMs: FILING_TIMEOUT_MS,
          correlationId,
        });
        const body = await readBytes(response, ANSWER_LIMIT).catch(() => null);
        return { outcome: outcomeOf(response.status, body), status: response.status };
      } catch (error) {
        return { outcome: outcomeOfFailure(error), status: null };
      }
    },
  };
}
