import { describe, expect, it } from 'vitest';
import { looksLikeHtml } from '#app/platform/http/body.ts';
import { documentFileName } from './file-name.ts';
import { sniff } from './sniff.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const kind = (text: string): { mimeType: string; complete: boolean } => {
  const { mimeType, complete } = sniff(latin(text), latin(text));
  return { mimeType, complete };
};
const ZIP_END = `PK\x05\x06${'\0'.repeat(18)}`;

describe('sniff', () => {
  it.each([
    ['%PDF-1.7\n…startxref\n9\n%%EOF\n', 'application/pdf', true],
    ['%PDF-1.7\n…startxref\n9\n%%EOF\n…startxref\n99', 'application/pdf', false],
    [`PK\x03\x04 [Content_Types].xml ${ZIP_END}`, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
    [
      `PK\x03\x04 [Content_Types].xml ${ZIP_END.slice(0, -10)}`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      false,
    ],
    ['\xef\xbb\xbf<?xml version="1.0"?><a/>\n', 'application/xml', true],
    ['<ns:Receipt a="1"></ns:Rec', 'application/xml', false],
    ['\x89PNG\r\n\x1a\n….IENDABCD', 'image/png', true],
    ['\xff\xd8\xff…\xff\xd9', 'image/jpeg', true],
    ['II*\0…', 'image/tiff', true],
    ['empty\n', 'application/octet-stream', true],
  ])('%j', (text, mimeType, complete) => expect(kind(text)).toEqual({ mimeType, complete }));

  it('knows a web page under its disguises', () => {
    for (const page of ['<!DOCTYPE html>', '\n <html lang="fr">', '\xef\xbb\xbf<HTML>'])
      expect(looksLikeHtml(latin(page)), page).toBe(true);
    expect(looksLikeHtml(latin('<?xml version="1.0"?><html-like/>'))).toBe(false);
  });
});

describe('file names', () => {
  it('stay short and keep the extension of what the bytes are', () => {
    const name = documentFileName('2026-11-20', 'Sommation', 'x'.repeat(400), 'application/pdf');
    expect(name.length).toBeLessThan(130);
    expect(name).toMatch(/^2026-11-20 Sommation x+\.pdf$/);
  });
});
