import type { App } from '#app/core/app.ts';
import type { Consent } from '#shared/contract/identity.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { openBrowser } from './browser.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `connect --ecb N [--kind firm|own] [--no-browser] [--auth URL --api URL] ${COMMON_USAGE}`;

/** The consent once it is no longer pending. */
function settled(app: App, id: string): Promise<Consent> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const { consents } = await app.call('identity.list', {});
      const consent = consents.find((each) => each.id === id);
      if (!consent) throw new GuichetError('identity.unknown_consent');
      if (consent.state === 'pending') return;
      stop();
      resolve(consent);
    };
    const stop = app.onEvent(({ topic }) => {
      if (topic === 'identity') look().catch(reject);
    });
    look().catch(reject);
  });
}

function tellOutcome({ io, json, t }: VerbContext, consent: Consent): number {
  const { state, enterpriseNumber, kind, grantedAt, expiresAt, error } = consent;
  if (json) printJson(io, { state, enterpriseNumber, kind, grantedAt, expiresAt, ...(error ? { error: toldError(error) } : {}) });
  else if (state === 'active')
    io.stdout(`${t('cli.connect.active', { number: formatEnterpriseNumber(enterpriseNumber), until: expiresAt ?? '' })}\n`);
  else io.stderr(`${t.error(error ?? new GuichetError('identity.unavailable'))}\n`);
  return state === 'active' ? 0 : 1;
}

/** `connect`: 0 active · 1 not connected. */
export const connect: Verb = verb(1, async (argv, context) => {
  const { io, json, t } = context;
  const { common, own } = readArguments(argv, USAGE, {
    ecb: { type: 'string' },
    kind: { type: 'string' },
    'no-browser': { type: 'boolean' },
  });
  const kind = own.kind ?? 'firm';
  const { ecb } = own;
  if (ecb === undefined || (kind !== 'firm' && kind !== 'own')) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return withSession(context, common, async ({ app }) => {
    const pending = await app.call('identity.begin', { ecb, kind });
    const url = pending.url ?? '';
    if (json) printJson(io, { url });
    else io.stdout(`${t('cli.connect.open')}\n${url}\n`);
    if (!own['no-browser']) openBrowser(url);
    // Ctrl+C gives the attempt up, so that its outcome is on record and its port is closed.
    const release = onSignal(() => void app.call('identity.cancel', { id: pending.id }));
    const consent = await settled(app, pending.id).finally(release);
    return tellOutcome(context, consent);
  });
});
