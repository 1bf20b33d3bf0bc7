// SPF Finances for the sandbox, as a server of its own; met over HTTP like the real one.
import { parentPort, workerData } from 'node:worker_threads';
import { startSimulator } from '#app/simulator/index.ts';
import type { SimulatorStart } from './protocol.ts';

const { port, stateFile, seed, nativeBinding } = workerData as SimulatorStart;
const simulator = await startSimulator({ port, stateFile, seed, quota: 'off', nativeBinding });
parentPort!.once('message', () => void simulator.close());
parentPort!.postMessage('listening');
