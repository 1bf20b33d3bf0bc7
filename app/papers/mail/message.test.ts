import { describe, expect, it } from 'vitest';
import { addressesIn, headerText, type Message, writeMessage } from './message.ts';

const MESSAGE: Message = {
  to: 'client@example.test',
  subject: 'TVA octobre 2026\u00a0: Établissements Dœring',
  text: 'Bonjour,\n\n--=_guichet_part\r.\nÀ bientôt',
  enclosures: [
    { fileName: 'Dœring "x" 2026-10.pdf', mimeType: 'application/pdf', bytes: Uint8Array.from({ length: 3000 }, (_, at) => at % 256) },
  ],
};

/** Reads a message back: its headers unfolded, and its parts. @throws Error where a line is too long or ends otherwise */
function read(bytes: Uint8Array) {
  const text = new TextDecoder('ascii').decode(bytes);
  if (/[^\r]\n|\r[^\n]/.test(text) || Buffer.from(bytes).some((byte) => byte > 126)) throw new Error('line ends or 8 bit');
  for (const line of text.split('\r\n')) if (line.length > 998) throw new Error('long line');
  const entity = (whole: string) => {
    const at = whole.indexOf('\r\n\r\n');
    const headers = whole
      .slice(0, at)
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) => /^([A-Za-z-]+): ?(.*)$/.exec(line)!.slice(1) as [string, string]);
    return { headers, body: whole.slice(at + 4) };
  };
  const { headers, body } = entity(text);
  const boundary = /boundary="([^"]+)"/.exec(headers.find(([name]) => name === 'Content-Type')![1])![1];
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`);
  expect(parts.at(-1)?.trim()).toBe('--');
  return { headers, parts: parts.slice(1, -1).map((part) => entity(part.slice(2))) };
}
const decodeWords = (text: string): string =>
  text.replace(/=\?utf-8\?B\?([^?]*)\?=(?: (?==\?))?/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'));

describe('an unsent message', () => {
  it('is opened to be sent, with subject, text and files as they were', () => {
    const { headers, parts } = read(writeMessage(MESSAGE));
    const of = Object.fromEntries(headers);
    expect(of).toMatchObject({ 'X-Unsent': '1', To: 'client@example.test', 'MIME-Version': '1.0' });
    expect(of).not.toHaveProperty('From');
    expect(decodeWords(of.Subject!)).toBe(MESSAGE.subject);
    expect(parts).toHaveLength(2);
    expect(Buffer.from(parts[0]!.body, 'base64').toString('utf8')).toBe('Bonjour,\r\n\r\n--=_guichet_part\r\n.\r\nÀ bientôt');
    expect(Buffer.from(parts[1]!.body, 'base64').equals(MESSAGE.enclosures[0]!.bytes)).toBe(true);
    const disposition = Object.fromEntries(parts[1]!.headers)['Content-Disposition'];
    expect(disposition).toContain('filename="D_ring _x_ 2026-10.pdf"');
    expect(disposition).toContain(`filename*=UTF-8''D%C5%93ring%20%22x%22%202026-10.pdf`);
  });

  it('takes no header, recipient or part out of a name', () => {
    const evil = 'x\r\nBcc: thief@example.test\r\n\r\n--=_guichet_part\r\nContent-Type: text/html';
    const { headers, parts } = read(
      writeMessage({
        ...MESSAGE,
        to: `a@example.test\r\nBcc: thief@example.test`,
        subject: evil,
        enclosures: [{ ...MESSAGE.enclosures[0]!, fileName: `${evil}.pdf`, mimeType: `a/b\r\nX: y` }],
      }),
    );
    expect(headers.map(([name]) => name)).toEqual(['X-Unsent', 'To', 'Subject', 'MIME-Version', 'Content-Type']);
    expect(parts.map((part) => part.headers.map(([name]) => name))).toEqual([
      ['Content-Type', 'Content-Transfer-Encoding'],
      ['Content-Type', 'Content-Disposition', 'Content-Transfer-Encoding'],
    ]);
  });

  it('keeps addresses alone of what was typed, and opens without any', () => {
    expect(addressesIn('a@b.example; c.d+e@f-g.example,<x@y>, nobody')).toEqual(['a@b.example', 'c.d+e@f-g.example']);
    expect(read(writeMessage({ ...MESSAGE, to: '' })).headers.map(([name]) => name)).not.toContain('To');
  });

  it('encodes a long text in words of at most 75 characters, none of them torn', () => {
    const text = 'é😀ß'.repeat(40);
    const words = headerText(text).split('\r\n ');
    for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
    expect(decodeWords(words.join(' '))).toBe(text);
    expect(headerText('VAT 10/2026')).toBe('VAT 10/2026');
    expect(decodeWords(headerText('=?utf-8?B?eA==?='))).toBe('=?utf-8?B?eA==?=');
  });
});
