import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Release, signRelease } from './release.ts';

export const NOW = Date.parse('2026-11-23T08:15:00.000Z');
export const TARGET = 'linux-x64';
export const SCHEMA = ['settings', 'clients', 'filing'];
/** What stands for the new program; it runs and ends at once. */
export const PROGRAM = Buffer.from(`#!/bin/sh\nexit 0\n${'# the new program\n'.repeat(4_000)}`);
export const NAME = 'Guichet-0.2.0-linux-x64.AppImage';

export const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('base64');

export function releaseOf(change: Partial<Release> = {}): Release {
  return {
    product: 'guichet',
    version: '0.2.0',
    released: '2026-11-20T09:00:00.000Z',
    until: '2026-12-20T09:00:00.000Z',
    rollout: 100,
    schema: [...SCHEMA, 'retention'],
    files: { [TARGET]: { name: NAME, size: PROGRAM.length, sha512: sha512(PROGRAM) } },
    ...change,
  };
}

export interface KeyPair {
  readonly secret: JWK;
  readonly known: { kty: 'OKP'; crv: 'Ed25519'; x: string };
}

export async function makeKeys(): Promise<KeyPair> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x } = await exportJWK(pair.publicKey);
  return { secret: await exportJWK(pair.privateKey), known: { kty: 'OKP', crv: 'Ed25519', x: x! } };
}

/** A vendor's feed on this machine. `files` may be changed at any time; what is not there is 404. */
export async function startFeed(files: Map<string, Uint8Array | string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace(/^\/feed\//, '');
    asked.push(name);
    const content = files.get(name);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { feed: `http://127.0.0.1:${port}/feed`, asked, close };
}

export const signed = (release: Release, { secret }: KeyPair): Promise<string> => signRelease(release, secret);
