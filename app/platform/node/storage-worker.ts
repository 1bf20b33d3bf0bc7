// The storage thread: hashes, encrypts and writes archived files while the core goes on.
import { parentPort } from 'node:worker_threads';
import { serveDepot } from '#app/platform/blobs/serve.ts';
import { blockingFiles } from './files.ts';

const port = parentPort!;
const hear = serveDepot(blockingFiles, (message) => port.postMessage(message));
port.on('message', (message) => void hear(message));
