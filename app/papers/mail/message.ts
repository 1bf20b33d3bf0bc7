/** A file that travels with a message. */
export interface Enclosure {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Message {
  /** As a person typed them; what is no address is left out. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly enclosures: readonly Enclosure[];
}

/** Base64 has no hyphen, so no line of a content can look like two hyphens and this. */
const BOUNDARY = '=_guichet_part';
/** Characters of a base64 line (RFC 2045, 6.8). */
const BASE64_LINE = 76;
/** Octets of text in one encoded word: 75 characters of `=?utf-8?B?…?=` hold 45 (RFC 2047, 2). */
const WORD_OCTETS = 45;
/** What an address may consist of; anything that could begin another header or recipient is not among it. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
const PRINTABLE = /^[\x20-\x7e]*$/;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** A header's text: plain ASCII as it is, all else as encoded words, no character cut in two. Never more than one header. */
export function headerText(text: string): string {
  const line = oneLine(text);
  if (PRINTABLE.test(line) && line.length <= 60 && !line.includes('=?')) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (Buffer.byteLength(word + character) > WORD_OCTETS) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?utf-8?B?${base64(Buffer.from(part, 'utf8'))}?=`).join('\r\n ');
}

/** The addresses in what somebody typed, `;` and `,` between them. */
export const addressesIn = (typed: string): string[] => typed.split(/[;,\s]+/).filter((part) => ADDRESS.test(part));

/** A parameter's value in characters any program reads, and in the real ones (RFC 2231). */
function fileNameParameters(name: string): string {
  const line = oneLine(name);
  const plain = line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ._()-]/g, '_');
  const extended = encodeURIComponent(line).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}";\r\n filename*=UTF-8''${extended}`;
}

const body = (bytes: Uint8Array): string => (base64(bytes).match(new RegExp(`.{1,${BASE64_LINE}}`, 'g')) ?? []).join('\r\n');
const mime = (type: string): string => (/^[a-z]+\/[a-z0-9.+-]+$/.test(type) ? type : 'application/octet-stream');

/**
 * A message nobody has sent yet (RFC 5322, MIME), as a mail program opens it to be looked over and sent: `X-Unsent` asks for that, and there
 * is no sender, who is whoever opens it. Everything is base64 or encoded words, so no text can become a header or a part.
 */
export function writeMessage({ to, subject, text, enclosures }: Message): Uint8Array<ArrayBuffer> {
  const recipients = addressesIn(to);
  const part = (headers: readonly string[], bytes: Uint8Array): string =>
    [`--${BOUNDARY}`, ...headers, 'Content-Transfer-Encoding: base64', '', body(bytes)].join('\r\n');
  const head = [
    'X-Unsent: 1',
    ...(recipients.length === 0 ? [] : [`To: ${recipients.join(',\r\n ')}`]),
    `Subject: ${headerText(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
  ];
  const parts = [
    part(['Content-Type: text/plain; charset=utf-8'], Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'utf8')),
    ...enclosures.map(({ fileName, mimeType, bytes }) =>
      part([`Content-Type: ${mime(mimeType)}`, `Content-Disposition: attachment;\r\n ${fileNameParameters(fileName)}`], bytes),
    ),
  ];
  return new TextEncoder().encode([...head, ...parts, `--${BOUNDARY}--`, ''].join('\r\n'));
}
