import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSimulatorVerb } from './cli.ts';

afterEach(() => vi.restoreAllMocks());

describe('simulator verb', () => {
  it('prints one ready line, serves, and stops at SIGTERM', async () => {
    const lines: string[] = [];
    const ready = new Promise<void>((resolve) => {
      vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
        lines.push(String(chunk));
        resolve();
        return true;
      });
    });
    const ended = runSimulatorVerb([
      '--seed',
      '5',
      '--documents',
      '10',
      '--clients',
      '5',
      '--quota',
      'off',
      '--clock',
      '2026-11-10T09:00:00Z',
    ]);
    await ready;
    const line = JSON.parse(lines[0] ?? '') as Record<string, string>;
    expect(line).toMatchObject({ ready: true, seed: 5, profile: 'observed', quota: 'off', auth: line.origin, api: line.origin });
    expect(line.clock).toMatch(/^2026-11-10T09:00/);
    expect((await fetch(`${line.issuer}/.well-known/openid-configuration`)).status).toBe(200);
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
    expect(lines).toHaveLength(1);
    await expect(fetch(line.origin ?? '')).rejects.toThrow();
  });

  it.each([['--seed', 'x'], ['--quota', 'many'], ['--clock', 'noon'], ['--unknown'], ['--host', '0.0.0.0']])(
    'refuses %s %s',
    async (...argv) => {
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      expect(await runSimulatorVerb(argv)).toBe(2);
    },
  );
});
