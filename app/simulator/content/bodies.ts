import { assertNever } from '#shared/domain/assert-never.ts';
import type { SimDocument } from '../documents.ts';
import type { Filing, FilingBook } from '../int/filing.ts';
import { receiptPdf, receiptXml } from '../int/receipt.ts';
import { bulkBody } from './bulk.ts';
import { letterPdf } from './letter-pdf.ts';
import { type LetterFacts, letterParts } from './letter-text.ts';
import { FRAMES } from './letters.ts';
import { BodyCache } from './lru.ts';
import { docxBody, xmlBody } from './office.ts';

const CACHE_BYTES = 32 << 20;

function docxLines(facts: LetterFacts): string[] {
  const frame = FRAMES[facts.language];
  const parts = letterParts(facts).flatMap((part) =>
    typeof part === 'string' ? part : part.map(([label, value]) => `${label}: ${value}`),
  );
  return [frame.office, `${frame.subject}: ${facts.title}`, frame.sir, ...parts, frame.closing];
}

/** Makes the bytes of documents when they are asked for. */
export class Bodies {
  readonly #cache = new BodyCache(CACHE_BYTES);
  readonly #filings: FilingBook;

  constructor(filings: FilingBook) {
    this.#filings = filings;
  }

  /** Bulk bodies are not cached: cutting them anew is as cheap as keeping them, and they would push everything else out. */
  of(document: SimDocument): Buffer | Promise<Buffer> {
    if (document.body.kind === 'bulk') return bulkBody(document.uuid, document.body.size);
    const key = `${document.uuid}/${document.revision}`;
    return this.#cache.get(key) ?? this.#make(key, document);
  }

  clear(): void {
    this.#cache.clear();
  }

  async #make(key: string, document: SimDocument): Promise<Buffer> {
    const body = await this.#build(document);
    this.#cache.put(key, body);
    return body;
  }

  #build(document: SimDocument): Buffer | Promise<Buffer> {
    const spec = document.body;
    switch (spec.kind) {
      case 'letter':
        return letterPdf(spec.facts);
      case 'docx':
        return docxBody(docxLines(spec.facts));
      case 'xml':
        return xmlBody('Notification', {
          Title: spec.facts.title,
          Reference: spec.facts.reference,
          SentOn: spec.facts.sentOn,
          Name: spec.facts.name,
        });
      case 'empty':
        return Buffer.from('empty\n');
      case 'bulk':
        return bulkBody(document.uuid, spec.size);
      case 'bytes':
        return Buffer.from(spec.base64, 'base64');
      case 'receiptPdf':
        return receiptPdf(this.#filing(spec.consignment));
      case 'receiptXml':
        return receiptXml(this.#filing(spec.consignment));
      default:
        return assertNever(spec);
    }
  }

  #filing(consignment: string): Filing {
    const filing = this.#filings.list().find((one) => one.consignment === consignment);
    if (!filing) throw new Error(`no filing ${consignment}`);
    return filing;
  }
}
