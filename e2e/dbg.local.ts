import { giveConsent } from './harness/consent.ts';
import { launchGuichet } from './harness/launch.ts';

const g = await launchGuichet();
const c = await g.call('identity.begin', { ecb: '0100000169', kind: 'firm' });
await giveConsent(c.url!);
await new Promise((r) => setTimeout(r, 1500));
console.log((await g.call('identity.list', {})).consents);
let s = await g.call('sync.status', {});
console.log(s.state, s.total);
if (s.state === 'idle') await g.call('sync.start', {});
const t = performance.now();
for (let i = 0; i < 120; i++) {
  s = await g.call('sync.status', {});
  if (i % 10 === 0) console.log(s.state, s.total, s.etaMs, s.reason, s.clients.length);
  if (s.state === 'idle' && s.lastResult) break;
  await new Promise((r) => setTimeout(r, 500));
}
console.log((performance.now() - t) / 1000, s.lastResult, (await g.call('documents.facets', {})).archive);
const today = await g.call('today.get', {});
console.log(JSON.stringify(today).slice(0, 1500));
await g.page.screenshot({ path: '/tmp/dbg.png' });
await Promise.race([g.close(), new Promise((r) => setTimeout(r, 8000))]);
process.exit(0);
