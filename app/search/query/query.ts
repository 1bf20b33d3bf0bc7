import type { ArchiveState, DocumentGroup, WorkState } from '#shared/contract/documents.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

/** Words that stand next to each other. `whole`: the last one is not only a beginning. */
export interface TextNode {
  readonly kind: 'text';
  readonly words: string;
  readonly whole: boolean;
  /** Only in the labels of the documents. */
  readonly within?: 'labels';
}

/** Both ends belong to it; `null`: no end on that side. */
export interface Between<T> {
  readonly from: T | null;
  readonly to: T | null;
}

export type StateNode =
  | { readonly kind: 'state'; readonly of: 'work'; readonly value: WorkState }
  | { readonly kind: 'state'; readonly of: 'archive'; readonly value: ArchiveState }
  | { readonly kind: 'state'; readonly of: 'seen'; readonly value: boolean };

/** What somebody asked for, understood. */
export type QueryNode =
  | { readonly kind: 'all' | 'any'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }
  | TextNode
  /** Each word begins a word of the client's name, number or folder code. */
  | { readonly kind: 'client'; readonly words: readonly string[] }
  | { readonly kind: 'group'; readonly groups: readonly DocumentGroup[] }
  /** `null`: nothing is due. `open`: those done are left out. */
  | { readonly kind: 'due'; readonly between: Between<LocalDate> | null; readonly open: boolean }
  /** `null`: no amount. */
  | { readonly kind: 'amount'; readonly between: Between<Cents> | null }
  | StateNode;

export interface NotUnderstood {
  readonly field: string;
  readonly value: string;
}

/** `root` is `null` when nothing was asked for. */
export interface Query {
  readonly root: QueryNode | null;
  readonly notUnderstood: readonly NotUnderstood[];
}
