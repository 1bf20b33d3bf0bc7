import { describe, expect, it } from 'vitest';
import { command } from '#app/platform/db/index.ts';
import { cents } from '#shared/domain/cents.ts';
import {
  advance,
  approved,
  at,
  bench,
  CONTENT,
  call,
  clientId,
  codeOf,
  control,
  fetchReceipts,
  filing,
  identity,
  openFiling,
  PERIOD,
  posts,
  withFilingBench,
} from '../test-desk.ts';
import { saysAlreadyFiled } from './already-filed.ts';

withFilingBench();

const searched = command<{ at: number }>('test.searched', 'UPDATE client SET last_success = @at');
const refusedFor = (identifier: string) =>
  ({ outcome: { kind: 'refused', refusal: { helpdeskId: null, entries: [{ identifier }] }, error: {} }, status: 400 }) as never;

describe('"already filed"', () => {
  it.each([
    ['E_SIM_DUPLICATE', true],
    ['E_TVA_DECLARATION_ALREADY_SUBMITTED', true],
    ['E_TVA_DECLARANT_REGIME_NOT_ALLOWED', false],
    ['W_TVA_GRID_55_INCORRECT_VALUE', false],
  ])('%s: %s', (identifier, says) => expect(saysAlreadyFiled(refusedFor(identifier), '2026-11-10' as never)).toBe(says));

  it('is a possible success first: locked, and the receipt decides', async () => {
    // Lost, released by another person, sent again; the first sending had arrived.
    const view = await approved();
    await control.fault('int.file', 'commitThen500');
    await call('vat.file', at(view));
    await advance('P4D');
    await identity.tokens.forEnterprise('0100000169' as never);
    bench.context.db.write((tx) => tx.run(searched, { at: bench.context.now() }));
    bench.users.save({ name: 'Deux', initials: 'D', role: 'partner' });
    bench.users.switchTo(bench.users.list().users.find(({ name }) => name === 'Deux')!.id);
    const released = await call('vat.release', at(await call('vat.get', { id: view.id })));
    const doubted = await call('vat.file', at(released));
    expect(doubted).toMatchObject({ state: 'unknown', error: { code: 'filing.maybeFiled', action: 'openPortal' } });
    expect(doubted.refusal?.entries[0]?.identifier).toBe('E_SIM_DUPLICATE');
    expect(doubted.evidence.at(-1)).toMatchObject({ event: 'maybeFiled', status: 400 });
    expect(await codeOf(() => call('vat.queue', at(doubted)))).toBe('vat.not_now');
    await fetchReceipts();
    await filing.close();
    expect(await call('vat.get', { id: view.id })).toMatchObject({ state: 'proven', refusal: null, receiptDifferences: [] });
    const { items } = (await control.get('/filings')) as { items: { seeded: boolean }[] };
    expect(items.filter(({ seeded }) => !seeded)).toHaveLength(1);
  });

  it('shows what SPF holds where it is somebody else’s filing', async () => {
    const other = await approved();
    await call('vat.file', at(other));
    const forget = command<{ id: string }>('test.forget', 'DELETE FROM vat_return WHERE id = @id');
    const events = command<{ id: string }>('test.trigger', 'DROP TRIGGER IF EXISTS filing_event_no_delete');
    bench.context.db.write((tx) => tx.run(events, { id: '' }));
    bench.context.db.write((tx) => tx.run(forget, { id: other.id }));
    const ours = await approved({ ...CONTENT, grids: { ...CONTENT.grids, '82': cents(100) } });
    expect(await call('vat.file', at(ours))).toMatchObject({ state: 'unknown', error: { code: 'filing.maybeFiled' } });
    await advance('P1D');
    await fetchReceipts();
    await filing.close();
    const seen = await call('vat.get', { id: ours.id });
    expect(seen.state).toBe('unknown');
    expect(seen.receiptDifferences).toContainEqual({ field: '82', sent: '1.00', receipt: '0.00' });
    const restarted = openFiling(bench, identity);
    await restarted.close();
    expect((await call('vat.get', { id: ours.id })).evidence.filter(({ event }) => event === 'differs')).toHaveLength(1);
    expect(await posts()).toHaveLength(2);
  });

  it('is a refusal where the filed return is known here', async () => {
    const first = await approved();
    await call('vat.file', at(first));
    const insert = command<{ id: string; now: number }>(
      'test.second',
      `INSERT INTO vat_return (id, client_id, period_key, state, content, xml, sha256, zip_sha256, created_at, updated_at)
       SELECT @id, client_id, period_key, 'approved', content, xml, sha256, zip_sha256, @now, @now FROM vat_return WHERE state = 'accepted'`,
    );
    const id = bench.context.id();
    bench.context.db.write((tx) => tx.run(insert, { id, now: bench.context.now() + 1 }));
    // Our own rules stop a second return of a period; here they are left out, as if the first came from another machine meanwhile.
    const { createIntClient } = await import('../int-client.ts');
    const { token } = await identity.tokens.forEnterprise('0100000169' as never);
    const zip = (await import('../sending.ts')).sendingOf(new TextEncoder().encode((await call('vat.xml', { id })).xml), 'a.xml').zip;
    const answer = await createIntClient(bench.context.net, bench.context.config.apiBase).file({
      ...{ declarationType: 'tva', vatNumber: '0100000268', zip, token, correlationId: crypto.randomUUID(), locale: 'fr' },
    });
    const { possibleSuccess } = await import('./possible-success.ts');
    const { returns } = await import('../return-repository.ts');
    expect(possibleSuccess(bench.context.db, returns.byId(bench.context.db, id)!, answer, bench.context.today()).kind).toBe('refused');
    expect(returns.ofPeriod(bench.context.db, clientId, PERIOD)).toHaveLength(2);
  });
});
