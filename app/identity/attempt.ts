import type { Random, Timers } from '#app/core/ports.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { AuthorizationServer, Grant } from './authorization-server.ts';
import { callbackPage } from './callback-page.ts';
import { makeConsentSecrets, makeSecret } from './consent-request.ts';
import { CONSENT_PATIENCE_MS } from './identity-config.ts';
import { openLoopback } from './loopback.ts';

export interface AttemptOptions {
  readonly id: string;
  readonly ecb: EnterpriseNumber;
  readonly kind: Consent['kind'];
  readonly locale: Locale;
  readonly random: Random;
  readonly timers: Timers;
  /** The authorization server, once it knows this installation. */
  server(): Promise<AuthorizationServer>;
}

/** A consent under way: the page to open, and how it ended. */
export interface Attempt {
  readonly url: string;
  /** Rejects with a GuichetError. */
  readonly outcome: Promise<Grant>;
  cancel(error: GuichetError): void;
}

/** Opens the loopback listener for one attempt and closes it whatever happens. */
export async function beginAttempt(options: AttemptOptions): Promise<Attempt> {
  let resolveCallback: (query: URLSearchParams) => void = () => undefined;
  let rejectCallback: (error: GuichetError) => void = () => undefined;
  const callback = new Promise<URLSearchParams>((resolve, reject) => {
    resolveCallback = resolve;
    rejectCallback = reject;
  });
  // It may be given up before anybody waits for it: while the server is still being asked for its addresses.
  callback.catch(() => undefined);
  const loopback = await openLoopback({
    secret: makeSecret(options.random),
    page: (granted) => callbackPage(options.locale, granted),
    onCallback: resolveCallback,
  });
  // The state names the port, so the listener stands before it.
  const secrets = makeConsentSecrets(options.random, loopback.state);
  const stopTimer = options.timers.after(CONSENT_PATIENCE_MS, () =>
    rejectCallback(new GuichetError('identity.timeout', { action: 'connect', params: { minutes: CONSENT_PATIENCE_MS / 60_000 } })),
  );
  const close = (): void => {
    stopTimer();
    loopback.close();
  };
  try {
    const server = await options.server();
    const url = await server.consentUrl(options.ecb, secrets);
    // The code lives about ten seconds: it is exchanged at once, while the browser still draws the page.
    const outcome = callback.then((query) => server.exchange(options.ecb, query, secrets)).finally(close);
    outcome.catch(() => undefined);
    return { url, outcome, cancel: rejectCallback };
  } catch (error) {
    close();
    throw error;
  }
}
