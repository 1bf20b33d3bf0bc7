// The reading thread: takes text and facts out of documents from outside. What goes wrong in them ends this thread and nothing else.
import { parentPort } from 'node:worker_threads';
import { serveReading, type ToReading } from '#app/reading/thread/serve.ts';

const port = parentPort!;
const hear = serveReading((message) => port.postMessage(message));
port.on('message', (message: ToReading) => void hear(message));
