import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { matchOf, wantedText } from './match.ts';
import { parseQuery } from './parse.ts';
import type { QueryNode } from './query.ts';

const TODAY = localDate('2026-11-16');
const parse = (text: string) => parseQuery(text, TODAY);
const rootOf = (text: string) => parse(text).root;
const match = (text: string) => {
  const root = rootOf(text);
  return root && matchOf(root);
};
const words = (text: string, whole = false) => ({ kind: 'text', words: text, whole });

describe('words', () => {
  it('must all be there, each as a beginning', () => {
    expect(match('Déclaration TVA')).toBe('("declaration"* AND "tva"*)');
  });
  it('in quotation marks stand next to each other as they are', () => {
    expect(rootOf('"frais de  poursuites" «Fin»')).toEqual({ kind: 'all', of: [words('frais de poursuites', true), words('fin', true)] });
    expect(match('"never closed')).toBe('"never closed"');
  });
  it('with a sign inside stay together', () => {
    expect(match('saisie-arrêt +++123/4567/89012+++')).toBe('("saisie arret"* AND "123 4567 89012"*)');
  });
  it('of one letter are no beginning', () => {
    expect(match('a plan-b')).toBe('("a" AND "plan b")');
  });
  it('are joined by OR in capitals, in each language, and AND binds more', () => {
    for (const or of ['OR', 'OU', 'OF', 'ODER']) expect(match(`a1 b1 ${or} c1`)).toBe('(("a1"* AND "b1"*) OR "c1"*)');
    for (const and of ['AND', 'ET', 'EN', 'UND']) expect(match(`a1 ${and} b1`)).toBe('("a1"* AND "b1"*)');
    expect(match('a1 or b1')).toBe('("a1"* AND "or"* AND "b1"*)');
    expect(match('(a1 OR b1) c1')).toBe('(("a1"* OR "b1"*) AND "c1"*)');
    expect(match('OR a1 OR')).toBe('"a1"*');
  });
  it('after a minus must not be there', () => {
    expect(match('amende -TVA -"en retard"')).toBe('(("amende"*) NOT ("tva"* OR "en retard"))');
    expect(match('-amende')).toBeNull();
    expect(rootOf('-amende')).toEqual({ kind: 'not', of: words('amende') });
    expect(wantedText(rootOf('a1 -b1 "c1"')!)).toEqual([words('a1'), words('c1', true)]);
    expect(match('a - b1')).toBe('("a" AND "b1"*)');
  });
  it('of nothing but signs mean nothing', () => {
    for (const text of ['', '  ', '"*(', '()', '-', '""', ')(', '+++'])
      expect(parse(text), text).toEqual({ root: null, notUnderstood: [] });
  });
});

describe('parts with a name', () => {
  const due = (from: string | null, to: string | null, open: boolean) => ({ kind: 'due', between: { from, to }, open });
  const amount = (from: number | null, to: number | null) => ({ kind: 'amount', between: { from, to } });
  it.each<[string, unknown]>([
    ['client:boul', { kind: 'client', words: ['boul'] }],
    ['klant:"Bakkerij Voor"', { kind: 'client', words: ['bakkerij', 'voor'] }],
    ['Mandant:0100.000.169', { kind: 'client', words: ['0100', '000', '169'] }],
    ['due:<7d', due(null, '2026-11-22', true)],
    ['échéance:7j', due(null, '2026-11-23', true)],
    ['vervaldag:>2w', due('2026-12-01', null, true)],
    ['due:2026-11', due('2026-11-01', '2026-11-30', false)],
    ['frist:2024-02', due('2024-02-01', '2024-02-29', false)],
    ['due:2026', due('2026-01-01', '2026-12-31', false)],
    ['due:>=20/11/2026', due('2026-11-20', null, false)],
    ['due:2026-11-20..2026-12', due('2026-11-20', '2026-12-31', false)],
    ['due:overdue', due(null, '2026-11-15', true)],
    ['termijn:vervallen', due(null, '2026-11-15', true)],
    ['due:none', { kind: 'due', between: null, open: false }],
    ['amount:>1000', amount(100_001, null)],
    ['montant:>=1.000,50', amount(100_050, null)],
    ['betrag:<100', amount(null, 9_999)],
    ['bedrag:100..500', amount(10_000, 50_000)],
    ['amount:1204', amount(120_400, 120_499)],
    ['amount:1.204,00', amount(120_400, 120_400)],
    ['amount:none', { kind: 'amount', between: null }],
    ['status:new', { kind: 'state', of: 'work', value: 'new' }],
    ['statut:"à traiter"', { kind: 'state', of: 'work', value: 'todo' }],
    ['Status:erledigt', { kind: 'state', of: 'work', value: 'done' }],
    ['status:geweigerd', { kind: 'state', of: 'archive', value: 'refused' }],
    ['status:unseen', { kind: 'state', of: 'seen', value: false }],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual({ root: expected, notUnderstood: [] });
  });
  it('know a group by its name in any language, and a type by the words of its label', () => {
    const inLabels = (text: string) => ({ ...words(text), within: 'labels' });
    expect(rootOf('type:amendes')).toEqual({ kind: 'any', of: [{ kind: 'group', groups: ['sanction'] }, inLabels('amendes')] });
    expect(rootOf('soort:boetes')).toEqual({ kind: 'any', of: [{ kind: 'group', groups: ['sanction'] }, inLabels('boetes')] });
    expect(rootOf('type:avertissement')).toEqual(inLabels('avertissement'));
    expect(match('type:avertissement x1')).toBe('({labels} : "avertissement"* AND "x1"*)');
  });
  it('that make no sense are left out and told', () => {
    expect(parse('due:soon amende amount:lots colour:red status:')).toEqual({
      root: words('amende'),
      notUnderstood: [
        { field: 'due', value: 'soon' },
        { field: 'amount', value: 'lots' },
        { field: 'colour', value: 'red' },
        { field: 'status', value: '' },
      ],
    });
    expect(parse('due:2026-13').root).toBeNull();
    expect(match('12:30')).toBe('"12 30"*');
  });
  it('are refused by a minus', () => {
    expect(rootOf('-status:done')).toEqual({ kind: 'not', of: { kind: 'state', of: 'work', value: 'done' } });
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      ' ',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      '*',
      '^',
      '{labels}',
      'client:',
      'due:<',
      'amount:..',
      '..',
      ':',
      "'",
      ';--',
      '\0',
    ),
  );
  const typed = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('has a meaning, and lets nothing of the language of the index through', () => {
    const clean = /^(?:[()]| AND | OR | NOT |\{labels\} : |"[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*"\*?)*$/u;
    const leaves = (node: QueryNode): QueryNode[] =>
      node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(leaves) : node.kind === 'not' ? leaves(node.of) : [node];
    fc.assert(
      fc.property(typed, (text) => {
        const { root } = parse(text);
        if (root === null) return;
        const question = matchOf(root);
        if (question !== null) expect(question).toMatch(clean);
        for (const leaf of leaves(root)) if (leaf.kind === 'text') expect(leaf.words).toMatch(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
      { numRuns: 500 },
    );
  });
});
