// Runs the core in a thread of its own: its synchronous database never holds up the window.
import { parentPort } from 'node:worker_threads';
import { type App, createApp } from '#app/core/app.ts';
import { originsOf, withVendor } from '#app/core/environment.ts';
import { accountName } from '#app/platform/node/account.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createNodePorts } from '#app/platform/node/ports.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { CoreAnswer, FromCore, ToCore } from './protocol.ts';

type Start = Extract<ToCore, { kind: 'start' }>;

const port = parentPort!;
const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);
const say = (message: FromCore, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function open({ config: given, profileKey }: Start): Promise<App> {
  const config = await withVendor(given, nodeFiles);
  const app = await createApp(
    config,
    createNodePorts({
      profileDir: config.profileDir,
      origins: originsOf(config),
      threads: (name) => script(`${name}-worker`),
      account: accountName,
      vault: {
        profileKey: async () => {
          if (!profileKey) throw new GuichetError('vault.sealed');
          return profileKey;
        },
      },
    }),
  );
  app.onEvent((event) => say({ kind: 'event', event }));
  return app;
}

let started = false;
let begin: (start: Start) => void = () => {};
const opening = new Promise<Start>((resolve) => {
  begin = resolve;
}).then(open);
opening.then(
  () => say({ kind: 'ready', problem: null }),
  (error: unknown) => say({ kind: 'ready', problem: toErrorShape(error) }),
);

async function answer(method: string, input: unknown): Promise<CoreAnswer> {
  try {
    return await (await opening).answer(method, input);
  } catch (error) {
    return { ok: false, error: toErrorShape(error) };
  }
}

/** Bytes of a document move instead of being copied, when nothing else shares their buffer. */
function movable(answer: CoreAnswer): ArrayBuffer[] {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) return [];
  const bytes = 'bytes' in answer.value ? answer.value.bytes : undefined;
  const whole = bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? [bytes.buffer as ArrayBuffer] : [];
}

async function close(): Promise<void> {
  if (started) await opening.then((app) => app.close()).catch(() => {});
  say({ kind: 'closed' });
}

port.on('message', async (message: ToCore) => {
  if (message.kind === 'start') {
    started = true;
    begin(message);
  } else if (message.kind === 'close') await close();
  else {
    const result = await answer(message.method, message.input);
    say({ kind: 'answer', id: message.id, answer: result }, movable(result));
  }
});
