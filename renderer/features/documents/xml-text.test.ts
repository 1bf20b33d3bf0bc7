import { describe, expect, it } from 'vitest';
import { prettyXml, readText } from './xml-text.ts';

describe('XML as text', () => {
  it('stands one element a line', () => {
    expect(prettyXml('<?xml version="1.0"?><a><b x="1">y &amp; z</b><c/><d></d></a>')).toBe(
      ['<?xml version="1.0"?>', '<a>', '  <b x="1">y &amp; z</b>', '  <c/>', '  <d></d>', '</a>'].join('\n'),
    );
    expect(prettyXml('plain text')).toBe('plain text');
  });
  it('is read in its own encoding', () => {
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="ISO-8859-1"?><a>Soci', 'é', ...'t', 'é', ...'</a>'].map((char) => char.charCodeAt(0)),
    );
    expect(readText(latin)).toContain('Société');
    expect(readText(new TextEncoder().encode('é'))).toBe('é');
  });
});
