// A process that files one return, or takes in its receipts, and is killed at a named step; it says `done` when it never came there.
import { connect } from 'node:net';
import { createApp } from '#app/core/app.ts';
import type { Net, NetRequest, Random } from '#app/core/ports.ts';
import { vendorAt } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';

const [profileDir = '', origin = '', point = '', returnId = '', aheadMs = '0'] = process.argv.slice(2);
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};
const at = (name: string): void => {
  if (name === point) die();
};

const machine = createTestPorts({ profileDir, origins: [origin] });
/** What has been heard last: the health of Intervat, or the answer to the filing. */
let heard: 'nothing' | 'health' | 'answer' = 'nothing';

/** A correlation id takes 16 bytes, the identifier of a row 10: so it shows where the core is between two requests. */
const random: Random = {
  bytes: (length) => {
    if (heard === 'health' && length === 16) at('before the sending is written down');
    if (heard === 'health' && length === 10) at('while the sending is written down');
    if (heard === 'answer' && length === 10) at('while the answer is written down');
    return machine.random.bytes(length);
  },
};

/** Half of the body on the wire, then the end. */
function sendHalf({ url, headers, body }: NetRequest): Promise<never> {
  const { hostname, port, pathname, search } = new URL(url);
  const bytes = Buffer.from(body ?? '');
  const lines = Object.entries({ ...headers, host: `${hostname}:${port}`, 'content-length': bytes.length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return new Promise((_, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST ${pathname}${search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(bytes.subarray(0, bytes.length >> 1), die);
    });
    socket.on('error', reject);
  });
}

const net: Net = {
  send: async (request) => {
    const isFiling = request.url.includes('/declaration/');
    if (request.url.includes('token')) at('before the token is asked for');
    if (request.url.endsWith('/health')) at('with the token, before anything');
    if (isFiling) {
      at('with the sending written down, before its first byte');
      if (point === 'within the body') return sendHalf(request);
      // The server has it all and takes its time.
      if (point === 'between body and answer') setTimeout(die, 120);
    }
    const answer = await machine.net.send(request);
    if (isFiling) at('with the answer there, unread');
    if (isFiling || request.url.endsWith('/health')) heard = isFiling ? 'answer' : 'health';
    if (request.url.includes('/content')) at('with a receipt on its way');
    return answer;
  },
};

const app = await createApp(
  {
    profileDir,
    environment: 'acceptance',
    authBase: origin,
    apiBase: origin,
    quota: 'off',
    version: 'test',
    vendor: await vendorAt(origin),
  },
  { ...machine, random, net, clock: { now: () => machine.clock.now() + Number(aheadMs) } },
);
if (returnId) {
  const { version } = await app.call('vat.get', { id: returnId });
  await app.call('vat.queue', { id: returnId, version });
  await app.filing.queue.settled();
} else await app.sync.run({});
await app.close();
process.stdout.write('done');
