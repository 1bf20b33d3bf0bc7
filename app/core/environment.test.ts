import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { signVendorFile } from '#app/vendor/vendor-file.ts';
import type { AppConfig } from './config.ts';
import { environmentIn, originsOf, withVendor } from './environment.ts';

const keys = vi.hoisted(() => ({ VENDOR_KEYS: { sandbox: [] as object[], acceptance: [] as object[], production: [] as object[] } }));
vi.mock('#app/vendor/keys.ts', () => keys);

const config = (environment: AppConfig['environment']): AppConfig => ({
  ...{ profileDir: '/p', environment, authBase: '', apiBase: '', controlBase: 'http://127.0.0.1:1', quota: 'off', version: '1' },
});
const disk = (text: string | null) => ({
  exists: async (path: string): Promise<boolean> => text !== null && path.endsWith(text === 'simulated' ? 'simulator.json' : 'vendor.json'),
  read: async (path: string): Promise<Uint8Array> => {
    if (text === null || !path.endsWith('vendor.json')) throw new Error('ENOENT');
    return new TextEncoder().encode(text);
  },
});

describe('environments', () => {
  it('are named on the command line; the sandbox is what nobody names', () => {
    expect(environmentIn(['--environment', 'acceptance'])).toBe('acceptance');
    expect(environmentIn(['x', '--environment=production'])).toBe('production');
    expect([[], ['production'], ['--environment'], ['--environment=real']].map(environmentIn)).toEqual(Array(4).fill('sandbox'));
  });

  it('have no hosts but those of the vendor’s file', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    keys.VENDOR_KEYS.production = [await exportJWK(publicKey)];
    const base = { version: 1, environment: 'production', clientId: 'c', jwksUri: 'https://relay.example/jwks' } as const;
    const vendor = { ...base, relay: 'https://relay.example/guichet', auth: 'https://auth.example', api: 'https://api.example' };
    const file = await signVendorFile(vendor, await exportJWK(privateKey));
    const ready = await withVendor(config('production'), disk(file));
    expect(originsOf(ready)).toEqual(['https://auth.example', 'https://api.example', 'https://relay.example']);
    expect([ready.controlBase, ready.quota, ready.vendor]).toEqual([undefined, undefined, vendor]);
    await expect(withVendor(config('acceptance'), disk(file))).rejects.toMatchObject({ code: 'vendor.noKey' });
    await expect(withVendor(config('production'), disk(null))).rejects.toMatchObject({ code: 'vendor.missing' });
  });

  it('do not open each other’s profiles', async () => {
    await expect(withVendor(config('sandbox'), disk('{}'))).rejects.toMatchObject({ code: 'vendor.profile' });
    await expect(withVendor(config('acceptance'), disk('simulated'))).rejects.toMatchObject({ code: 'vendor.profile' });
    expect(await withVendor(config('sandbox'), disk('simulated'))).toBeTruthy();
  });

  it('leave the sandbox as it is', async () => {
    const sandbox = { ...config('sandbox'), authBase: 'http://127.0.0.1:1', apiBase: 'http://127.0.0.1:1' };
    expect(await withVendor(sandbox, disk(null))).toBe(sandbox);
    expect(originsOf(sandbox)).toEqual(['http://127.0.0.1:1']);
  });
});
