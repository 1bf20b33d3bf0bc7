// The legacy build: the modern one asks for a newer Chromium than the oldest this runs on.
import { GlobalWorkerOptions, getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { LocalFiles } from './local-files.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Why a PDF has no pages to show: it asks for a password, or it is not whole. */
export type PdfTrouble = 'locked' | 'broken';

export const troubleOf = (error: unknown): PdfTrouble => (error instanceof PasswordException ? 'locked' : 'broken');

/** Opens a PDF. All it may need beside its bytes is part of the application. */
export function openPdf(bytes: Uint8Array): { document: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    // The reader takes the buffer away; the cached answer keeps its own.
    data: bytes.slice(),
    BinaryDataFactory: LocalFiles,
    useWorkerFetch: false,
    // The content policy allows no WebAssembly.
    useWasm: false,
    useSystemFonts: true,
    disableRange: true,
    disableStream: true,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  return { document: task.promise, close: () => void task.destroy() };
}
