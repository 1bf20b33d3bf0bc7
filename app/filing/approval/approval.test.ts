import { describe, expect, it } from 'vitest';
import type { User } from '#shared/contract/users.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { at, bench, CONTENT, call, clientId, codeOf, PERIOD, withFilingBench } from '../test-desk.ts';
import { approvalObstacle } from './rule.ts';

withFilingBench();

const as = (name: string, role: User['role']): void => {
  if (!bench.users.list().users.some((user) => user.name === name)) bench.users.save({ name, initials: name.slice(0, 2), role });
  bench.users.switchTo(bench.users.list().users.find((user) => user.name === name)!.id);
};
const ready = async (): Promise<ReturnView> => {
  const draft = await call('vat.open', { clientId, periodKey: PERIOD });
  return call('vat.check', at(await call('vat.save', { ...at(draft), content: CONTENT })));
};
const mode = (approval: 'off' | 'other' | 'partner'): void => void bench.context.settings.set({ approval });

describe('four eyes', () => {
  it.each([
    ['off', 'assistant', true, null],
    ['other', 'partner', true, 'vat.approvalOther'],
    ['other', 'assistant', false, null],
    ['partner', 'assistant', false, 'vat.approvalPartner'],
    ['partner', 'partner', true, 'vat.approvalOther'],
    ['partner', 'partner', false, null],
  ] as const)('%s, by a %s who prepared it: %s → %s', (setting, role, own, code) => {
    expect(approvalObstacle({ preparedBy: own ? 'me' : 'you' }, setting, { id: 'me', role })).toBe(code);
  });

  it('is kept by the core, and said before anybody tries', async () => {
    mode('other');
    as('Préparateur', 'assistant');
    const view = await ready();
    expect(view).toMatchObject({ approval: { mode: 'other', preparedBy: 'Préparateur', approvedBy: null, obstacle: 'vat.approvalOther' } });
    expect(view.allowed).not.toContain('approve');
    expect(await codeOf(() => call('vat.approve', at(view)))).toBe('vat.approvalOther');
    as('Réviseur', 'assistant');
    const open = await call('vat.get', { id: view.id });
    expect(open.allowed).toContain('approve');
    const approved = await call('vat.approve', at(open));
    expect(approved.approval).toMatchObject({ preparedBy: 'Préparateur', approvedBy: 'Réviseur', obstacle: null });
    expect(approved.evidence.at(-1)).toMatchObject({ event: 'approve', who: 'Réviseur', sha256: approved.sha256 });
  });

  it('counts whoever changed the return last, not who began it', async () => {
    mode('partner');
    as('Associée', 'partner');
    await call('vat.open', { clientId, periodKey: PERIOD });
    as('Préparateur', 'assistant');
    const view = await ready();
    expect(await codeOf(() => call('vat.approve', at(view)))).toBe('vat.approvalPartner');
    as('Associée', 'partner');
    expect((await call('vat.approve', at(view))).state).toBe('approved');
  });

  it('is void after a change', async () => {
    mode('other');
    as('Préparateur', 'assistant');
    const view = await ready();
    as('Réviseur', 'assistant');
    const back = await call('vat.edit', at(await call('vat.approve', at(view))));
    expect(back).toMatchObject({ state: 'draft', sha256: null, approval: { approvedBy: null, approvedAt: null } });
    const changed = await call('vat.check', at(await call('vat.save', { ...at(back), content: { ...CONTENT, comment: 'x' } })));
    // The reviewer changed it: now they are the one who prepared it.
    expect(await codeOf(() => call('vat.approve', at(changed)))).toBe('vat.approvalOther');
  });
});
