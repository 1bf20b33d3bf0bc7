import { toErrorShape } from '#shared/domain/errors.ts';
import { type ReadDocument, readDocument } from '../extract/read-document.ts';

export interface ToReading {
  readonly id: number;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}
export type FromReading =
  /** The code is loaded: from now on time counts. */
  | { readonly id: 0 }
  | { readonly id: number; readonly document: ReadDocument }
  /** Code of why there is nothing to be had. */
  | { readonly id: number; readonly reason: string };

/** The reading thread's side: answers each document it is given. */
export function serveReading(say: (message: FromReading) => void): (message: ToReading) => Promise<void> {
  say({ id: 0 });
  return async ({ id, mimeType, bytes }) => {
    try {
      say({ id, document: await readDocument(bytes, mimeType) });
    } catch (error) {
      const { code } = toErrorShape(error);
      say({ id, reason: code === 'internal' ? 'reading.damaged' : code });
    }
  };
}
