import type { LocalDate } from '#shared/domain/local-date.ts';
import { fold, wordsOf } from '../fold.ts';
import { type Token, tokensOf } from './lexer.ts';
import type { NotUnderstood, Query, QueryNode } from './query.ts';
import { amountOf, dueOf } from './values.ts';
import { FIELDS, type Field, groupsNamed, OPERATORS, STATES } from './vocabulary.ts';

const READERS: Readonly<Record<Field, (value: string, today: LocalDate) => QueryNode | null>> = {
  client: (value) => {
    const words = wordsOf(value);
    return words.length > 0 ? { kind: 'client', words } : null;
  },
  type: (value) => {
    const words = wordsOf(value);
    if (words.length === 0) return null;
    const inLabels: QueryNode = { kind: 'text', words: words.join(' '), whole: false, within: 'labels' };
    const groups = groupsNamed(words);
    return groups.length > 0 ? { kind: 'any', of: [{ kind: 'group', groups }, inLabels] } : inLabels;
  },
  due: dueOf,
  amount: amountOf,
  status: (value) => STATES.get(fold(value.trim())) ?? null,
};

const joined = (kind: 'all' | 'any', of: readonly QueryNode[]): QueryNode | null => (of.length > 1 ? { kind, of } : (of[0] ?? null));

/**
 * What a person typed, understood: words and phrases, all of which must be there; `OR` in capitals between alternatives, binding less than
 * `AND`; `-` before what must not be there; brackets; parts with a name. Every text has a meaning; parts with a name that make no sense are
 * left out and told.
 */
export function parseQuery(text: string, today: LocalDate): Query {
  const tokens = tokensOf(text);
  const notUnderstood: NotUnderstood[] = [];
  let at = 0;
  const operator = (): 'and' | 'or' | undefined => {
    const token = tokens[at];
    return token?.kind === 'words' && !token.quoted ? OPERATORS.get(token.text) : undefined;
  };

  const fieldOf = ({ name, value }: Extract<Token, { kind: 'field' }>): QueryNode | null => {
    const field = FIELDS.get(fold(name));
    const node = field ? READERS[field](value, today) : null;
    if (!node) notUnderstood.push({ field: name, value });
    return node;
  };
  const one = (): QueryNode | null => {
    const token = tokens[at++]!;
    if (token.kind === 'field') return fieldOf(token);
    if (token.kind === 'words') {
      const words = wordsOf(token.text).join(' ');
      return words === '' ? null : { kind: 'text', words, whole: token.quoted };
    }
    if (token.kind === 'open') {
      const inside = anyOf();
      if (tokens[at]?.kind === 'close') at += 1;
      return inside;
    }
    if (token.kind === 'close' || at >= tokens.length) return null;
    const refused = one();
    return refused && { kind: 'not', of: refused };
  };
  const allOf = (): QueryNode | null => {
    const parts: QueryNode[] = [];
    while (at < tokens.length && tokens[at]!.kind !== 'close' && operator() !== 'or') {
      if (operator() === 'and') at += 1;
      else {
        const part = one();
        if (part) parts.push(part);
      }
    }
    return joined('all', parts);
  };
  const anyOf = (): QueryNode | null => {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = allOf();
      if (part) parts.push(part);
      if (operator() !== 'or') return joined('any', parts);
      at += 1;
    }
  };

  const roots: QueryNode[] = [];
  while (at < tokens.length) {
    const part = anyOf();
    if (part) roots.push(part);
    // A bracket nobody opened.
    if (tokens[at]?.kind === 'close') at += 1;
  }
  return { root: joined('all', roots), notUnderstood };
}
