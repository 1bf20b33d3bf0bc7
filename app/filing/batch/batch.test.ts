import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { until } from '#app/core/testing.ts';
import type { Batch } from '#shared/contract/vat-path.ts';
import { cents } from '#shared/domain/cents.ts';
import { type Office, openOffice, over, PERIOD, posts, returnOf, runBatch, status, tally, targetsOf } from './test-office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ clients: 26 });
});
afterAll(() => office.stage.end());

type Target = { clientId: string; periodKey: string };
/** Another three clients for each test. */
let used = 0;
const three = () => {
  used += 3;
  return targetsOf(office).slice(used - 3, used);
};
const inPeriod = (targets: { clientId: string }[], periodKey: string) => targets.map(({ clientId }) => ({ clientId, periodKey }));

describe('a batch', () => {
  it('takes what is ready one step further and leaves the rest with a reason', async () => {
    const { app } = office;
    const some = three();
    expect(tally(await runBatch(app, 'approve', some))).toEqual({ 'skipped vat.batch.notChecked': 3 });
    expect(tally(await runBatch(app, 'check', some.slice(0, 1)))).toEqual({ done: 1 });
    expect(tally(await runBatch(app, 'check', some))).toEqual({ done: 2, 'skipped vat.batch.checked': 1 });
    expect(tally(await runBatch(app, 'file', some))).toEqual({ 'skipped vat.batch.notApproved': 3 });
    expect(tally(await runBatch(app, 'approve', [...some, ...some]))).toEqual({ done: 3 });
    expect(tally(await runBatch(app, 'approve', some))).toEqual({ 'skipped vat.batch.approved': 3 });
    expect(await status(app)).toMatchObject({ action: 'approve', state: 'finished', finishedAt: expect.any(String), reason: null });
  });

  it('prepares drafts and nil returns, only of periods the client files, and never over amounts', async () => {
    const { app } = office;
    const some = three();
    const next = inPeriod(some, '2026-11');
    expect(tally(await runBatch(app, 'check', next))).toEqual({ 'skipped vat.batch.noReturn': 3 });
    expect(tally(await runBatch(app, 'prepare', next.slice(0, 2)))).toEqual({ done: 2 });
    expect(tally(await runBatch(app, 'nil', [...next, ...some]))).toEqual({
      done: 3,
      'skipped vat.batch.notEmpty': 3,
    });
    expect(tally(await runBatch(app, 'prepare', inPeriod(some, '2026-Q4')))).toEqual({ 'skipped vat.batch.notDue': 3 });
    expect(tally(await runBatch(app, 'prepare', [{ clientId: crypto.randomUUID(), periodKey: PERIOD }]))).toEqual({
      'failed vat.unknown_client': 1,
    });
  });

  it('goes past one that fails, and says why', async () => {
    const { app } = office;
    const [bad, ...good] = three();
    const view = await returnOf(app, bad!);
    const grids = { ...view.content.grids, '55': cents(9_999_900), '59': cents(9_999_900) };
    await app.call('vat.save', { id: view.id, version: view.version, content: { ...view.content, grids } });
    const { rows } = await runBatch(app, 'check', [bad!, ...good]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'done']);
    expect(rows[0]).toMatchObject({
      code: 'vat.blocked',
      params: { count: expect.any(Number) },
      returnId: view.id,
      clientName: view.clientName,
    });
  });

  it('is alone, and leaves what has not begun when it is cancelled', async () => {
    const { app } = office;
    const some = three();
    await app.call('vat.batch', { action: 'check', targets: some });
    await expect(app.call('vat.batch', { action: 'approve', targets: some })).rejects.toMatchObject({ code: 'vat.batchRunning' });
    const { batch } = await app.call('vat.cancelBatch', {});
    expect(batch).toMatchObject({ action: 'check', state: 'cancelled', finishedAt: expect.any(String) });
    const { done = 0, 'skipped vat.batch.cancelled': left } = tally(batch!);
    expect(left).toBeGreaterThan(0);
    expect(done + left!).toBe(3);
    const again = tally(await runBatch(app, 'check', some));
    expect([again.done, again['skipped vat.batch.checked'] ?? 0]).toEqual([left, done]);
  });

  it('is the work of who asked for it, whoever sits down meanwhile, and four eyes hold for it', async () => {
    const { app } = office;
    const some = three();
    await runBatch(app, 'check', some);
    app.context.settings.set({ approval: 'other' });
    expect(tally(await runBatch(app, 'approve', some))).toEqual({ 'failed vat.approvalOther': 3 });
    const { users, currentId: mine } = await app.call('users.save', { name: 'B', initials: 'B', role: 'accountant' });
    await app.call('users.switch', { id: users.find(({ name }) => name === 'B')!.id });
    await app.call('vat.batch', { action: 'approve', targets: some });
    await app.call('users.switch', { id: mine });
    expect(tally(await over(app))).toEqual({ done: 3 });
    app.context.settings.set({ approval: 'off' });
    for (const target of some) {
      const { evidence } = await returnOf(app, target);
      expect(evidence.findLast(({ event }) => event === 'approve')?.who).toBe('B');
    }
  });

  it('prepares with what the former return left out', async () => {
    const { app } = office;
    const [one] = three() as [Target];
    const { id, version, content } = await returnOf(app, one);
    await app.call('vat.save', {
      id,
      version,
      content: { ...content, grids: { '03': cents(1_000_000), '54': cents(210_000), '82': cents(-50_000) } },
    });
    for (const action of ['check', 'approve', 'file'] as const) expect(tally(await runBatch(app, action, [one]))).toEqual({ done: 1 });
    const next = { ...one, periodKey: '2026-11' };
    expect(tally(await runBatch(app, 'prepare', [next]))).toEqual({ done: 1 });
    expect((await returnOf(app, next)).content).toMatchObject({ carriedFrom: PERIOD, grids: { '82': -50_000 } });
  });

  it('never makes a nil return of a draft nobody has filled in', async () => {
    const { app } = office;
    const [one] = inPeriod(targetsOf(office).slice(0, 1), '2027-02') as [Target];
    expect(tally(await runBatch(app, 'prepare', [one]))).toEqual({ done: 1 });
    expect(tally(await runBatch(app, 'check', [one]))).toEqual({ 'skipped vat.batch.untouched': 1 });
    expect(tally(await runBatch(app, 'nil', [one]))).toEqual({ done: 1 });
    expect(tally(await runBatch(app, 'nil', [one]))).toEqual({ 'skipped vat.batch.prepared': 1 });
    expect(tally(await runBatch(app, 'check', [one]))).toEqual({ done: 1 });
  });

  it('offline keeps what it queued, makes room for another, and takes back what is cancelled', async () => {
    const { app } = office;
    const [first, second, third] = three() as [Target, Target, Target];
    await runBatch(app, 'check', [first, second, third]);
    await runBatch(app, 'approve', [first, second, third]);
    const waits = () => until(async () => (await status(app)).reason === 'net.offline');
    office.offline = true;
    await app.call('vat.batch', { action: 'file', targets: [first, second] });
    await waits();
    expect(tally(await status(app))).toEqual({ working: 2 });
    await app.call('vat.batch', { action: 'file', targets: [second, third] });
    await waits();
    const { batch } = await app.call('vat.cancelBatch', {});
    expect([batch?.state, tally(batch!)]).toEqual(['cancelled', { 'skipped vat.batch.takenBack': 2 }]);
    office.offline = false;
    app.filing.queue.wake();
    await until(async () => (await returnOf(app, first)).state === 'accepted');
    expect([(await returnOf(app, second)).state, (await returnOf(app, third)).state]).toEqual(['approved', 'approved']);
    expect(await posts(office)).toHaveLength(2);
    expect(tally(await runBatch(app, 'file', [first, second]))).toEqual({ done: 1, 'skipped vat.batch.filed': 1 });
  });

  it('goes on after the program was closed', async () => {
    const some = three();
    await office.app.call('vat.batch', { action: 'check', targets: some });
    await office.app.close();
    office.app = await office.stage.open({ resume: true });
    const batch = await over(office.app);
    expect([batch.state, tally(batch)]).toEqual(['finished', { done: 3 }]);
  });

  it('goes on after the program was killed', async () => {
    const all = targetsOf(office);
    await runBatch(office.app, 'nil', inPeriod(all, '2026-12'));
    await office.app.close();
    const killed = await killedAt('check', '2026-12', async (app) => {
      const { action, rows } = await status(app);
      return action === 'check' && rows.some(({ outcome }) => outcome === 'done');
    });
    expect([killed.state, (tally(killed).waiting ?? 0) > 0]).toEqual(['running', true]);
    office.app = await office.stage.open({ resume: true });
    expect(tally(await over(office.app))).toEqual({ done: all.length });
  });

  it('killed while it files sends each return once, and says of which nobody knows', async () => {
    const { stage } = office;
    const all = targetsOf(office);
    await runBatch(office.app, 'check', all);
    await runBatch(office.app, 'approve', all);
    await office.app.close();
    await stage.control('DELETE', '/requests');
    await stage.control('POST', '/faults', { route: 'int.file', kind: 'latency', count: 1000, params: { ms: 40 } });
    await killedAt('file', PERIOD, async () => (await posts(office)).length > 6);
    await stage.control('DELETE', '/faults');
    office.app = await stage.open({ resume: true });
    const ended = tally(await over(office.app));
    const { done = 0, 'failed filing.interrupted': unknown = 0, ...others } = ended;
    expect(others).toEqual({ 'skipped vat.batch.notApproved': 1, 'skipped vat.batch.filed': 3 });
    expect(done + unknown).toBe(all.length - 4);
    expect(unknown).toBeLessThanOrEqual(3);
    const sent = (await posts(office)).map(({ path }) => path);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

/** Kills a batch of the command line at a moment. @returns how it was left */
async function killedAt(action: string, period: string, moment: (app: App) => Promise<boolean>): Promise<Batch> {
  const { stage } = office;
  const where = ['--profile', stage.profileDir, '--auth', stage.simulator.origin, '--api', stage.simulator.origin];
  const child = spawn(process.execPath, ['app/cli/main.ts', 'batch', action, '--period', period, '--json', ...where], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const app = await stage.open();
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it was killed`);
    return moment(app);
  });
  child.kill('SIGKILL');
  await gone;
  const left = await status(app);
  await app.close();
  return left;
}
