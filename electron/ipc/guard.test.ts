import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GuichetError } from '#shared/domain/errors.ts';
import { guarded, validated } from './guard.ts';

const origin = 'app://guichet';
const window = { known: true, mainFrame: true, origin };
const definition = { input: z.object({ text: z.string() }).strict(), output: z.object({ length: z.number() }) };
const doorTo = (handler: (input: unknown) => unknown) => guarded(origin, validated('text.measure', definition, handler));
const measure = doorTo(async (input) => ({ length: (input as { text: string }).text.length }));

describe('guarded door', () => {
  it('lets a valid call of the window through', async () => {
    expect(await measure(window, { text: 'aangifte' })).toEqual({ ok: true, value: { length: 8 } });
  });

  it.each([
    ['an unknown window', { ...window, known: false }],
    ['a frame inside the window', { ...window, mainFrame: false }],
    ['another origin', { ...window, origin: 'https://guichet.example' }],
  ])('refuses %s before it looks at the input', async (_who, sender) => {
    expect(await measure(sender, { text: 'x' })).toMatchObject({ ok: false, error: { code: 'ipc.sender' } });
  });

  it('refuses an invalid input, naming the place and not the value', async () => {
    const answer = await measure(window, { text: 85_04_12 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'ipc.invalidInput', params: { method: 'text.measure', place: 'text' } } });
    expect(JSON.stringify(answer)).not.toContain('850412');
  });

  it('refuses an output that breaks the contract', async () => {
    expect(await doorTo(async () => ({ length: '8' }))(window, { text: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'ipc.invalidOutput' },
    });
  });

  it('passes an error of ours on by its code and hides any other', async () => {
    const ours = doorTo(async () => {
      throw new GuichetError('net.offline', { retryable: true, action: 'retry' });
    });
    const other = doorTo(async () => {
      throw new Error('Boulangerie X owes 1204.00');
    });
    expect(await ours(window, { text: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'net.offline', retryable: true, action: 'retry' },
    });
    const hidden = await other(window, { text: 'x' });
    expect(hidden).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(hidden)).not.toContain('Boulangerie');
  });
});
