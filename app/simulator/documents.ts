import type { LocalDate } from '#shared/domain/local-date.ts';
import type { LetterFacts } from './content/letter-text.ts';
import type { Family } from './seed/doc-types.ts';

export type OwnerType = 'CBE' | 'SSIN';

export interface Owner {
  readonly type: OwnerType;
  /** Ten digits for CBE (leading zero kept here, dropped on the wire), eleven for SSIN. */
  readonly identifier: string;
}

/** What the content is made of; made when asked for, never stored. */
export type BodySpec =
  | { readonly kind: 'letter'; readonly facts: LetterFacts }
  | { readonly kind: 'docx'; readonly facts: LetterFacts }
  | { readonly kind: 'xml'; readonly facts: LetterFacts }
  /** The six-byte annexes SPF serves for an empty file. */
  | { readonly kind: 'empty' }
  /** `size` bytes that look like a PDF. */
  | { readonly kind: 'bulk'; readonly size: number }
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'receiptPdf' | 'receiptXml'; readonly reference: string; readonly consignment: string };

export interface LabelSet {
  readonly nl: string;
  readonly fr: string;
  readonly de: string;
  readonly en: string | null;
}

export interface SimDocument {
  readonly uuid: string;
  readonly labels: LabelSet;
  readonly family: Family;
  readonly owner: Owner;
  readonly metadata: readonly { readonly name: LabelSet; readonly values: readonly string[] }[];
  readonly modifiedOn: LocalDate;
  /** Milliseconds since the epoch from which search and content know it. */
  readonly visibleFrom: number;
  /** SPF leaves the content address out of some items. */
  readonly hasAddress: boolean;
  readonly body: BodySpec;
  /** Raised when the content is changed from the control plane. */
  readonly revision: number;
}

/** Changes against the seed, for the state file. */
export interface DocumentChanges {
  readonly put: readonly SimDocument[];
  readonly removed: readonly string[];
}

/** The documents of every owner, by uuid. */
export class DocumentStore {
  #documents = new Map<string, SimDocument>();
  readonly #put = new Map<string, SimDocument>();
  readonly #removed = new Set<string>();

  load(seed: readonly SimDocument[], changes: DocumentChanges = { put: [], removed: [] }): void {
    this.#documents = new Map(seed.map((document) => [document.uuid, document]));
    this.#put.clear();
    this.#removed.clear();
    for (const uuid of changes.removed) this.remove(uuid);
    for (const document of changes.put) this.put(document);
  }

  get(uuid: string): SimDocument | undefined {
    return this.#documents.get(uuid);
  }

  all(): IterableIterator<SimDocument> {
    return this.#documents.values();
  }

  get size(): number {
    return this.#documents.size;
  }

  put(document: SimDocument): void {
    this.#documents.set(document.uuid, document);
    this.#put.set(document.uuid, document);
    this.#removed.delete(document.uuid);
  }

  remove(uuid: string): boolean {
    this.#put.delete(uuid);
    this.#removed.add(uuid);
    return this.#documents.delete(uuid);
  }

  changes(): DocumentChanges {
    return { put: [...this.#put.values()], removed: [...this.#removed] };
  }
}
