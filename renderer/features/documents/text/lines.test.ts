import { describe, expect, it } from 'vitest';
import { plainLines, unfolded, xmlLines, xmlTokens } from './lines.ts';

const XML = '<?xml version="1.0"?><a><b x="1">y &amp; z</b><c/><d></d><e><f>1</f></e></a>';

describe('XML as lines', () => {
  const lines = xmlLines(XML);
  it('stands one element a line', () => {
    expect(lines.map(({ depth, text }) => '  '.repeat(depth) + text)).toEqual([
      '<?xml version="1.0"?>',
      '<a>',
      '  <b x="1">y &amp; z</b>',
      '  <c/>',
      '  <d></d>',
      '  <e>',
      '    <f>1</f>',
      '  </e>',
      '</a>',
    ]);
  });
  it('folds what has lines under it', () => {
    expect(lines.map(({ end }) => end)).toEqual([null, 8, null, null, null, 7, null, null, null]);
    expect(unfolded(lines, new Set([5]))).toEqual([0, 1, 2, 3, 4, 5, 8]);
    expect(unfolded(lines, new Set([1, 5]))).toEqual([0, 1]);
  });
  it('keeps marked text and comments whole', () => {
    expect(xmlLines('<a><!-- x > y --><![CDATA[1 < 2]]></a>').map(({ text }) => text)).toEqual([
      '<a>',
      '<!-- x > y -->',
      '<![CDATA[1 < 2]]>',
      '</a>',
    ]);
  });
  it('is in no trouble with what is not XML, or not whole', () => {
    expect(xmlLines('plain\ntext').map(({ text }) => text)).toEqual(['plain', 'text']);
    expect(xmlLines('</a></b><c').map(({ depth }) => depth)).toEqual([0, 0, 0]);
  });
  it('cuts lines that are too long for a row, and loses nothing', () => {
    const long = 'x'.repeat(4_500);
    const cut = xmlLines(`<a>${long}</a>`);
    expect(Math.max(...cut.map(({ text }) => text.length))).toBeLessThanOrEqual(2_000);
    expect(cut.map(({ text }) => text).join('')).toBe(`<a>${long}</a>`);
    expect(plainLines(long)).toHaveLength(3);
  });
  it('takes 5 MB', () => {
    const many = xmlLines(`<list>${'<item number="71">2898.00</item>'.repeat(160_000)}</list>`);
    expect(many).toHaveLength(160_002);
    expect(many[0]!.end).toBe(160_001);
  });
});

describe('a line of XML', () => {
  it('is told apart into tags, names, values and text', () => {
    expect(xmlTokens('<Grid number="71">2898.00 "x"</Grid>')).toEqual([
      { kind: 'tag', text: '<Grid' },
      { kind: 'text', text: ' ' },
      { kind: 'name', text: 'number' },
      { kind: 'text', text: '=' },
      { kind: 'value', text: '"71"' },
      { kind: 'tag', text: '>' },
      { kind: 'text', text: '2898.00 "x"' },
      { kind: 'tag', text: '</Grid' },
      { kind: 'tag', text: '>' },
    ]);
    expect(xmlTokens('<?xml version="1.0"?>')).toEqual([{ kind: 'note', text: '<?xml version="1.0"?>' }]);
    const odd = 'a > b = "c" <d e=\'f\'/> <';
    expect(
      xmlTokens(odd)
        .map(({ text }) => text)
        .join(''),
    ).toBe(odd);
  });
});
