export { blocksStorage } from './failure.ts';
export { type BlobStore, createBlobStore } from './store.ts';
export type { BlobWriter, Staged } from './writer.ts';
