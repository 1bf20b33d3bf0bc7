import { createServer } from 'node:net';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Endpoints } from '../profile.ts';
import type { SimulatorStart } from './protocol.ts';

export interface SimulatorHandle {
  readonly up: Promise<boolean>;
  /** Lets it write down what survives a restart. */
  close(): Promise<void>;
}

const SEED = 1;

/** The embedded simulator serves everything from one origin. */
export const endpointsAt = (port: number): Endpoints => {
  const base = `http://127.0.0.1:${port}`;
  return { authBase: base, apiBase: base, controlBase: base, portal: `${base}/` };
};

/** A port nobody listens on now, so that the core can be told the address before the simulator is up. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts it in a thread of its own; `up` comes true when it listens, false when it cannot, which the window sees as a server that is down. */
export function startSimulatorThread(script: URL, port: number, profileDir: string, nativeBinding?: string): SimulatorHandle {
  const start: SimulatorStart = { port, seed: SEED, stateFile: path.join(profileDir, 'simulator.json'), nativeBinding };
  const worker = new Worker(script, { workerData: start });
  const up = new Promise<boolean>((resolve) => {
    worker.once('message', () => resolve(true));
    worker.once('error', () => resolve(false));
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  return {
    up,
    close: () => {
      worker.postMessage('close');
      return ended;
    },
  };
}
