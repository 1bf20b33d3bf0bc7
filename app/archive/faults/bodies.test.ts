import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receive } from '#app/documents/receive.ts';
import { type BlobStore, createBlobStore } from '#app/platform/blobs/index.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemTimers } from '#app/platform/node/machine-time.ts';
import { createNodeNet } from '#app/platform/node/net.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { filesUnder } from './testing.ts';

const KILO64 = 65_536;
const keys = { archive: new Uint8Array(32).fill(1), archiveNames: new Uint8Array(32).fill(2) };
const pdf = (size: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 29), Buffer.from('\nstartxref\n9\n%%EOF\n')]);

let root: string;
let blobs: BlobStore;
let server: Server;
let origin: string;
let net: ReturnType<typeof createNodeNet>;
let reply: (response: ServerResponse) => void;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'bodies '));
  blobs = createBlobStore(root, keys, { files: nodeFiles, random: createSystemRandom(), timers: systemTimers });
  await blobs.open();
  server = createServer((_, response) => reply(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  net = createNodeNet({ origins: [origin] });
});
afterEach(async () => {
  await net.close();
  server.closeAllConnections();
  server.close();
  await blobs.close();
  rmSync(root, { recursive: true, force: true });
});

const fetchOne = async (timeoutMs = 5000) => receive(await net.send({ url: `${origin}/x`, method: 'GET', headers: {}, timeoutMs }), blobs);
const left = (): string[] => filesUnder(root).filter((file) => file.includes('incoming'));
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? 'unknown',
  );

describe('a body that is not whole', () => {
  it('never enters, wherever it is cut', async () => {
    const whole = pdf(3_000_000);
    const codes: string[] = [];
    for (let at = 0; at < whole.length; at += KILO64) {
      reply = (response) => {
        response.writeHead(200, { 'content-length': whole.length });
        response.write(whole.subarray(0, at), () => response.socket?.destroySoon());
      };
      codes.push(await codeOf(fetchOne()));
    }
    expect(new Set(codes)).toEqual(new Set(['net.cut']));
    expect(filesUnder(root)).toEqual([]);
  });

  it.each([
    ['sent in chunks, the last one missing', 'net.cut'],
    ['sent in chunks, its end mark missing', 'document.cut'],
    ['shorter than announced, on a connection that is closed in order', 'net.cut'],
    ['nothing at all', 'document.empty'],
    ['a web page', 'document.html'],
    ['a web page that says it is a PDF', 'document.html'],
    ['more than SPF ever gives, announced', 'document.tooLarge'],
  ])('%s: %s', async (kind, code) => {
    const whole = pdf(200_000);
    const replies: Record<string, (response: ServerResponse) => void> = {
      'sent in chunks, the last one missing': (response) => {
        response.writeHead(200);
        response.write(whole, () => response.socket?.destroySoon());
      },
      'sent in chunks, its end mark missing': (response) => response.writeHead(200).end(whole.subarray(0, -40)),
      'shorter than announced, on a connection that is closed in order': (response) => {
        response.writeHead(200, { 'content-length': whole.length + 10, connection: 'close' });
        response.write(whole, () => response.socket?.end());
      },
      'nothing at all': (response) => response.writeHead(200).end(),
      'a web page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><p>Maintenance'),
      'a web page that says it is a PDF': (response) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('\n<html><p>Login</p></html>'),
      'more than SPF ever gives, announced': (response) => {
        response.writeHead(200, { 'content-length': 65 * 1024 * 1024 });
        response.write(whole);
      },
    };
    reply = replies[kind]!;
    expect(await codeOf(fetchOne())).toBe(code);
    expect(left()).toEqual([]);
  });

  it('that comes drop by drop ends at its time limit, however lively it looks', async () => {
    const whole = pdf(2_500_000);
    let timer: NodeJS.Timeout | undefined;
    reply = (response) => {
      response.writeHead(200, { 'content-length': whole.length });
      let at = 0;
      response.write(whole.subarray(0, 1_500_000));
      timer = setInterval(() => response.write(whole.subarray(1_500_000 + at++, 1_500_000 + at)), 5);
    };
    expect(await codeOf(fetchOne(250))).toBe('net.cut');
    clearInterval(timer);
    expect(left()).toEqual([]);
  });
});

describe('a body that was packed for the way', () => {
  const whole = pdf(1_500_000);
  it.each([
    ['gzip', gzipSync(whole)],
    ['deflate', deflateSync(whole)],
    ['br', brotliCompressSync(whole)],
  ])('%s enters as the document it is', async (encoding, packed) => {
    reply = (response) => response.writeHead(200, { 'content-encoding': encoding, 'content-length': packed.length }).end(packed);
    const { staged, mimeType } = await fetchOne();
    await blobs.commit([staged]);
    expect(staged.sha256).toBe(createHash('sha256').update(whole).digest('hex'));
    expect(mimeType).toBe('application/pdf');
  });

  it('never enters when its packing is cut, is none, or is unknown', async () => {
    const packed = gzipSync(whole);
    const answers: [string, Buffer][] = [
      ['gzip', packed.subarray(0, -100)],
      ['gzip', whole],
      ['zstd-of-ours', packed],
    ];
    const codes: string[] = [];
    for (const [encoding, body] of answers) {
      reply = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(body);
      codes.push(await codeOf(fetchOne()));
    }
    expect(codes).toEqual(['document.cut', 'document.cut', 'document.encoded']);
    expect(left()).toEqual([]);
  });

  it('that grows beyond all bounds is let go', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(80 * 1024 * 1024)]), { level: 1 });
    reply = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await codeOf(fetchOne())).toBe('document.tooLarge');
    expect(left()).toEqual([]);
  });
});

it('believes the bytes, not what the server calls them', async () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500), Buffer.from('IENDabcd')]);
  reply = (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(png);
  expect((await fetchOne()).mimeType).toBe('image/png');
  reply = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(pdf(1000));
  expect((await fetchOne()).mimeType).toBe('application/pdf');
});
