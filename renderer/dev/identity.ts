import type { Consent, Installation } from '#shared/contract/identity.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays } from '#shared/domain/local-date.ts';
import type { World } from './handlers.ts';
import { idOf, numberOf } from './random.ts';

type IdentityMethod =
  | `identity.${'list' | 'begin' | 'renew' | 'cancel' | 'forget' | 'installation' | 'rotateKey' | 'revokeInstallation'}`
  | 'shell.openConsent';

const URL_SHOWN =
  'http://127.0.0.1:8460/sso/oauth2/authorize?client_id=guichet-vendor&scope=openid%20profile%20documents-read-api%20vat-manage-api&state=50123.0f7c';
const KIDS = ['c2FuZGJveC1vbmUta2V5LWZvci10aGUtd2luZG93LWEx', 'c2FuZGJveC1vbmUta2V5LWZvci10aGUtd2luZG93LWIy'] as const;

/** Consents and the installation's key; a consent is given a moment after its page was opened. */
export function identityDouble(world: World, today: () => World['today']): Handlers<IdentityMethod> {
  const { emit } = world;
  const granted = (consent: Consent, ago: number): Consent => ({
    ...consent,
    state: 'active',
    url: null,
    error: null,
    grantedAt: `${addDays(today(), -ago)}T07:00:00.000Z`,
    expiresAt: `${addDays(today(), 7 - ago)}T07:00:00.000Z`,
  });
  const pending = (id: string, enterpriseNumber: Consent['enterpriseNumber'], kind: Consent['kind']): Consent => ({
    ...{ id, enterpriseNumber, kind, state: 'pending', expiresAt: null, grantedAt: null, url: URL_SHOWN, error: null },
  });
  let consents: Consent[] = world.empty ? [] : [granted(pending(idOf(5, 1), numberOf(0), 'firm'), 2)];
  let installation: Installation = {
    environment: 'sandbox',
    kid: world.empty ? null : KIDS[0],
    registeredAt: world.empty ? null : `${addDays(today(), -90)}T08:00:00.000Z`,
    relay: world.empty ? null : 'http://127.0.0.1:8460/relay',
    clientId: world.empty ? null : 'guichet-vendor',
    rotating: false,
    former: null,
  };
  const put = (next: Consent[]): void => {
    consents = next;
    emit('identity');
  };
  const begin = (enterpriseNumber: Consent['enterpriseNumber'], kind: Consent['kind']): Consent => {
    const consent = pending(idOf(5, consents.length + 2), enterpriseNumber, kind);
    put([...consents, consent]);
    return consent;
  };
  const without = (id: string): Record<string, never> => {
    put(consents.filter((consent) => consent.id !== id));
    return {};
  };
  return {
    'identity.list': () => ({ consents }),
    'identity.begin': ({ ecb, kind }) => {
      const number = parseEnterpriseNumber(ecb);
      if (!number) throw new GuichetError('identity.bad_ecb', { params: { text: ecb } });
      return begin(number, kind);
    },
    'identity.renew': ({ id }) => {
      const consent = consents.find((one) => one.id === id);
      if (!consent) throw new GuichetError('identity.unknown_consent');
      return begin(consent.enterpriseNumber, consent.kind);
    },
    'identity.cancel': ({ id }) => without(id),
    'identity.forget': ({ id }) => without(id),
    'identity.installation': () => installation,
    'identity.rotateKey': () => {
      const former = installation.kid === null ? null : { kid: installation.kid, until: `${today()}T09:30:00.000Z` };
      installation = { ...installation, kid: KIDS[installation.kid === KIDS[0] ? 1 : 0], registeredAt: `${today()}T09:00:00.000Z`, former };
      emit('identity');
      return installation;
    },
    'identity.revokeInstallation': () => {
      installation = { ...installation, kid: null, registeredAt: null, relay: null, clientId: null, former: null };
      put([]);
      return installation;
    },
    'shell.openConsent': ({ id }) => {
      world.after(1500, () => put(consents.map((consent) => (consent.id === id ? granted(consent, 0) : consent))));
      return {};
    },
  };
}
