import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIRM } from '#app/identity/test-bench.ts';
import { periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { bench, CLIENT, control, filing, simulator, withFilingBench } from '../test-desk.ts';
import { actions, Walk } from './test-walk.ts';

withFilingBench();

/** Seeds are fixed, so that a failure comes again. */
const SEED = 4_2026;
const WALKS = 20;

it('whatever people, SPF, the clock and restarts do: sent once for each approval, every step in the evidence', async () => {
  await filing.close();
  bench.users.save({ name: 'Deux', initials: 'D', role: 'partner' });
  const met = new Set<string>();
  let walked = 0;
  const paths = fc.sample(fc.array(actions, { minLength: 12, maxLength: 22 }), { numRuns: WALKS, seed: SEED });
  for (const path of paths) {
    walked += 1;
    await fetch(`${simulator.origin}/__sim/faults`, { method: 'DELETE' });
    await control.clearRequests();
    await control.post('/mandates', { mandator: CLIENT, mandatary: FIRM, types: ['VAT', 'MYMINFIN'] });
    const walk = new Walk(periodKey(shiftPeriod({ year: 2026, month: 8 }, -walked)));
    // A start that leads somewhere; what follows is chance.
    for (const step of ['save', 'check', 'approve'] as const) await walk.act({ kind: 'step', step });
    for (const action of path) {
      await walk.act(action);
      for (const state of await walk.expectSound()) met.add(state);
    }
    await walk.close();
  }
  for (const state of ['draft', 'approved', 'queued', 'unknown', 'refused', 'accepted', 'proven']) expect(met).toContain(state);
}, 90_000);
