import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes, readJson } from '#app/platform/http/body.ts';
import { createNodeNet } from './net.ts';

let server: Server;
let origin = '';
let seen = 0;
let reply: (response: ServerResponse) => void;
let net: ReturnType<typeof createNodeNet>;

beforeEach(async () => {
  seen = 0;
  server = createServer((_, response) => {
    seen += 1;
    reply(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  net = createNodeNet({ origins: [origin] });
});
afterEach(async () => {
  await net.close();
  server.closeAllConnections();
  server.close();
});

const send = (method: 'GET' | 'POST' = 'GET', timeoutMs = 5000, url = `${origin}/x`) => net.send({ url, method, headers: {}, timeoutMs });

describe('the network', () => {
  it('hands over status, lower-case headers and the body', async () => {
    reply = (response) => response.writeHead(418, { 'X-Thing': 'a' }).end('{"a":1}');
    const answer = await send();
    expect(answer.status).toBe(418);
    expect(answer.headers['x-thing']).toBe('a');
    expect(await readJson(answer)).toEqual({ a: 1 });
  });

  it('reaches no other origin, and follows no redirect', async () => {
    await expect(send('GET', 1000, 'http://127.0.0.1:1/x')).rejects.toMatchObject({ code: 'net.forbidden' });
    reply = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/y' }).end();
    expect((await send()).status).toBe(302);
  });

  it('tells a request that never left from one that may have', async () => {
    reply = (response) => response.socket!.destroy();
    await expect(send('POST')).rejects.toMatchObject({ code: 'net.lost' });
    expect(seen).toBe(1);
    reply = () => {};
    await expect(send('POST', 200)).rejects.toMatchObject({ code: 'net.lost' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(send('POST')).rejects.toMatchObject({ code: 'net.offline' });
    await expect(send('GET')).rejects.toMatchObject({ code: 'net.offline' });
  });

  it('says when a body is cut, is a web page, is no JSON or is too large', async () => {
    reply = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.socket!.destroy(), 20);
    };
    await expect(send().then((answer) => readBytes(answer, 1000))).rejects.toMatchObject({ code: 'net.cut' });
    reply = (response) => response.writeHead(200).end('<!DOCTYPE html><p>maintenance');
    await expect(send().then(readJson)).rejects.toMatchObject({ code: 'net.html', retryable: true });
    reply = (response) => response.writeHead(200).end('{"a":');
    await expect(send().then(readJson)).rejects.toMatchObject({ code: 'net.notJson' });
    reply = (response) => response.writeHead(200).end('x'.repeat(2000));
    await expect(send().then((answer) => readBytes(answer, 1000))).rejects.toMatchObject({ code: 'net.tooLarge' });
    reply = (response) => response.writeHead(204).end();
    expect(await send().then(readJson)).toBeNull();
  });
});
