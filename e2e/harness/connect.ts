import type { Consent } from '#shared/contract/identity.ts';
import { giveConsent } from './consent.ts';
import type { Guichet } from './launch.ts';
import { reached } from './milestones.ts';

/** Connects the sandbox's firm without going through the screens; journeys about something else begin with it. */
export async function connectFirm(guichet: Guichet): Promise<Consent> {
  await reached(guichet, 'simulator-ready');
  const { clients } = await guichet.call('clients.list', {});
  const firm = clients.find(({ isFirm }) => isFirm);
  if (!firm) throw new Error('the sandbox has no firm');
  const { id, url } = await guichet.call('identity.begin', { ecb: firm.enterpriseNumber, kind: 'firm' });
  if (!url) throw new Error('no consent page');
  await giveConsent(url);
  for (;;) {
    const consent = (await guichet.call('identity.list', {})).consents.find((one) => one.id === id);
    if (consent && consent.state !== 'pending') return consent;
    await guichet.page.waitForTimeout(50);
  }
}
