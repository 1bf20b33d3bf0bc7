import { GuichetError } from '#shared/domain/errors.ts';
import { flowsOf } from '../layout/blocks.ts';
import { paragraphFlows } from '../layout/flow.ts';
import { type ReadFact, readFacts } from '../readers/read-facts.ts';
import { docxParagraphs } from './docx.ts';
import { DOCX, PDF, XML } from './formats.ts';
import { LIMITS } from './limits.ts';
import { readPdf } from './pdf.ts';
import { xmlParagraphs } from './xml.ts';

export interface ReadDocument {
  /** `null` in a document without pages. */
  readonly pages: number | null;
  readonly paragraphs: readonly string[];
  readonly facts: readonly ReadFact[];
}

function fromParagraphs(paragraphs: readonly string[]): ReadDocument {
  const flows = paragraphFlows(paragraphs);
  return { pages: null, paragraphs, facts: readFacts({ blocks: flows, rows: [] }) };
}

async function fromPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const { pages, count } = await readPdf(bytes);
  const flows = pages.map(flowsOf);
  const blocks = flows.flatMap((page) => page.blocks);
  const facts = readFacts({ blocks, rows: flows.flatMap((page) => page.rows) });
  return { pages: count, paragraphs: blocks.map(({ text }) => text), facts };
}

const FORMATS: Readonly<Record<string, (bytes: Uint8Array) => ReadDocument | Promise<ReadDocument>>> = {
  [PDF]: fromPdf,
  [DOCX]: (bytes) => fromParagraphs(docxParagraphs(bytes)),
  [XML]: (bytes) => fromParagraphs(xmlParagraphs(bytes)),
};

function shortened(paragraphs: readonly string[]): string[] {
  let left = LIMITS.characters;
  return paragraphs.flatMap((text) => {
    const kept = text.slice(0, Math.max(0, left));
    left -= text.length;
    return kept === '' ? [] : [kept];
  });
}

/**
 * Text and facts of a document from outside. What it costs in time and memory is for the caller to bound.
 * @param bytes taken over: not to be used afterwards
 * @throws GuichetError `reading.password`, `reading.damaged`, `reading.format`
 */
export async function readDocument(bytes: Uint8Array, mimeType: string): Promise<ReadDocument> {
  const read = FORMATS[mimeType];
  if (!read) throw new GuichetError('reading.format');
  const document = await read(bytes);
  return { ...document, paragraphs: shortened(document.paragraphs) };
}
