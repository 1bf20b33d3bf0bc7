export { createReading, type Reading } from './reading.ts';
export type { TextSink } from './text-sink.ts';
