// A process that syncs one profile and is killed at the n-th step of its downloads; it says `done` when it was not.
import { createApp } from '#app/core/app.ts';
import type { Files, Net } from '#app/core/ports.ts';
import { vendorAt } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';

const [profileDir = '', origin = '', at = '0'] = process.argv.slice(2);
let left = Number(at);
const point = (): void => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
const machine = createTestPorts({ profileDir, origins: [origin] });
const files: Files = {
  ...machine.files,
  create: async (file, access) => {
    point();
    const writer = await machine.files.create(file, access);
    return {
      write: async (chunks) => {
        point();
        await writer.write(chunks);
        point();
      },
      sync: async () => {
        point();
        await writer.sync();
        point();
      },
      close: writer.close,
    };
  },
  rename: async (from, to) => {
    point();
    await machine.files.rename(from, to);
    point();
  },
};
const net: Net = {
  send: async (request) => {
    const answer = await machine.net.send(request);
    if (request.url.includes('/content')) point();
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
  { ...machine, files, net },
);
await app.sync.run({});
await app.close();
process.stdout.write('done');
