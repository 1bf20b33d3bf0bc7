import { expect, it } from 'vitest';
import { FIRM } from '#app/identity/test-bench.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { approved, at, CLIENT, call, codeOf, control, posts, withFilingBench } from '../test-desk.ts';

withFilingBench();
const mandate = (...types: string[]) => control.post('/mandates', { mandator: CLIENT, mandatary: FIRM, types });
const refusedForMandate = async (): Promise<ReturnView> => {
  await mandate();
  return call('vat.file', at(await approved()));
};

it('lets the approved bytes go again once the mandate is there, by a person alone', async () => {
  const refused = await refusedForMandate();
  expect(refused).toMatchObject({ state: 'refused', error: { code: 'filing.forbidden' } });
  expect(refused.allowed).toContain('again');
  const { approvedBy, approvedAt } = refused.approval;

  const again = await call('vat.again', at(refused));
  expect(again).toMatchObject({ state: 'approved', sha256: refused.sha256, error: null, approval: { approvedBy, approvedAt } });
  expect(again.evidence.at(-1)).toMatchObject({ event: 'again', sha256: refused.sha256 });
  expect(await posts()).toHaveLength(1);

  await mandate('VAT');
  expect((await call('vat.file', at(again))).state).toBe('accepted');
  const [first, second] = (await posts()) as unknown as { bodySha256: string; status: number }[];
  expect([first!.status, second!.status]).toEqual([403, 200]);
  expect(second!.bodySha256).toBe(first!.bodySha256);
});

it('is not for a return that SPF judged, nor for one changed since', async () => {
  await control.fault('int.file', 'newRule');
  const judged = await call('vat.file', at(await approved()));
  expect(judged.state).toBe('refused');
  expect(judged.allowed).not.toContain('again');
  expect(await codeOf(() => call('vat.again', at(judged)))).toBe('vat.notAgain');

  const corrected = await call('vat.edit', at(judged));
  await mandate();
  const refused = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(corrected))))));
  expect(refused.allowed).toContain('again');
  const edited = await call('vat.edit', at(refused));
  expect(await codeOf(() => call('vat.again', at(edited)))).toBe('vat.not_now');
});
