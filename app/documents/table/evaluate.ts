import { wordsOf } from '#app/search/fold.ts';
import { matchOf } from '#app/search/query/match.ts';
import type { Between, QueryNode, StateNode } from '#app/search/query/query.ts';
import { ARCHIVE_STATES, DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { type Columns, WORK_STATES } from './columns.ts';
import { dayOf } from './days.ts';
import { dropEqual, everything, keepBetween, keepEqual, type Mask } from './filter.ts';

export interface EvaluateContext {
  readonly columns: Columns;
  /** Tells each `seq` whose words match. */
  find(match: string, found: (seq: number) => void): void;
  /** Name, number and folder code of a client. */
  clientText(id: string): string;
}

type Of<K extends QueryNode['kind']> = Extract<QueryNode, { kind: K }>;
const isOpen = (mask: Mask, { arrays }: Columns): void => dropEqual(mask, arrays.work, WORK_STATES.indexOf('done'));

function found(match: string, { columns, find }: EvaluateContext): Mask {
  const mask = new Uint8Array(columns.length);
  // The index may know a document that came after the table was last brought up to date.
  find(match, (seq) => {
    if (seq < mask.length) mask[seq] = 1;
  });
  return mask;
}

/** A number is found with and without its separators, `BE` and the zero in front. */
function beginsIn(text: string, words: readonly string[]): boolean {
  const known = wordsOf(text);
  const digits = words.join('').replace(/^be/, '').replace(/^0/, '');
  if (/^\d{2,}$/.test(digits) && known.some((word) => /^\d{10}$/.test(word) && word.replace(/^0/, '').startsWith(digits))) return true;
  return words.every((word) => known.some((each) => each.startsWith(word)));
}

function ofClients(words: readonly string[], { columns, clientText }: EvaluateContext): Mask {
  const meant = columns.clients.values.map((id) => (id !== null && beginsIn(clientText(id), words) ? 1 : 0));
  const { client } = columns.arrays;
  const mask = new Uint8Array(columns.length);
  for (let seq = 1; seq < mask.length; seq++) mask[seq] = meant[client[seq]!]!;
  return mask;
}

function ofGroups({ groups }: Of<'group'>, { columns }: EvaluateContext): Mask {
  const meant = DOCUMENT_GROUPS.map((group) => (groups.includes(group) ? 1 : 0));
  const { group } = columns.arrays;
  const mask = new Uint8Array(columns.length);
  for (let seq = 1; seq < mask.length; seq++) mask[seq] = meant[group[seq]!]!;
  return mask;
}

function ofDue({ between, open }: Of<'due'>, { columns }: EvaluateContext): Mask {
  const mask = everything(columns);
  const { due } = columns.arrays;
  if (between === null) keepEqual(mask, due, 0);
  else
    keepBetween(
      mask,
      due,
      between.from === null ? 1 : dayOf(between.from),
      between.to === null ? Number.POSITIVE_INFINITY : dayOf(between.to),
    );
  if (open) isOpen(mask, columns);
  return mask;
}

function ofAmount(between: Between<number> | null, { columns }: EvaluateContext): Mask {
  const mask = everything(columns);
  const { amount } = columns.arrays;
  if (between) keepBetween(mask, amount, between.from ?? Number.NEGATIVE_INFINITY, between.to ?? Number.POSITIVE_INFINITY);
  else for (let seq = 1; seq < mask.length; seq++) mask[seq] = Number.isNaN(amount[seq]) ? 1 : 0;
  return mask;
}

function ofState(node: StateNode, { columns }: EvaluateContext): Mask {
  const mask = everything(columns);
  const { arrays } = columns;
  if (node.of === 'work') keepEqual(mask, arrays.work, WORK_STATES.indexOf(node.value));
  else if (node.of === 'archive') keepEqual(mask, arrays.archive, ARCHIVE_STATES.indexOf(node.value));
  else keepEqual(mask, arrays.seen, node.value ? 1 : 0);
  return mask;
}

const union = (mask: Mask, other: Mask): void => {
  for (let seq = 0; seq < mask.length; seq++) mask[seq]! |= other[seq]!;
};
const intersect = (mask: Mask, other: Mask): void => {
  for (let seq = 0; seq < mask.length; seq++) mask[seq]! &= other[seq]!;
};

function ofAll(of: readonly QueryNode[], context: EvaluateContext): Mask {
  // What the index can answer goes to it in one question.
  const texts = of.filter((node) => matchOf(node.kind === 'not' ? node.of : node) !== null);
  const question: QueryNode = { kind: 'all', of: texts };
  const match = matchOf(question);
  const rest = match === null ? of : of.filter((node) => !texts.includes(node));
  const mask = match === null ? everything(context.columns) : found(match, context);
  for (const node of rest) intersect(mask, maskOf(node, context));
  return mask;
}

/** The documents a query means. */
export function maskOf(node: QueryNode, context: EvaluateContext): Mask {
  const match = matchOf(node);
  if (match !== null) return found(match, context);
  switch (node.kind) {
    case 'all':
      return ofAll(node.of, context);
    case 'any': {
      const [first, ...others] = node.of.map((each) => maskOf(each, context)) as [Mask, ...Mask[]];
      for (const other of others) union(first, other);
      return first;
    }
    case 'not': {
      const mask = everything(context.columns);
      const refused = maskOf(node.of, context);
      for (let seq = 0; seq < mask.length; seq++) if (refused[seq] === 1) mask[seq] = 0;
      return mask;
    }
    case 'client':
      return ofClients(node.words, context);
    case 'group':
      return ofGroups(node, context);
    case 'due':
      return ofDue(node, context);
    case 'amount':
      return ofAmount(node.between, context);
    case 'state':
      return ofState(node, context);
    case 'text':
      return new Uint8Array(context.columns.length);
  }
}
