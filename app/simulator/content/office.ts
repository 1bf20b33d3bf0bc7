import { strToU8, zipSync } from 'fflate';

const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// A fixed date inside the archive, or the same document would have other bytes tomorrow.
const ARCHIVE_DATE = '2026-01-01T12:00:00';

/** A minimal Word document of the given paragraphs. */
export function docxBody(paragraphs: readonly string[]): Buffer {
  const text = paragraphs.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`).join('');
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document>`,
  };
  const files = Object.entries(parts).map(
    ([name, content]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`)] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: ARCHIVE_DATE }));
}

/** A plain XML document that names its fields. */
export function xmlBody(root: string, fields: Readonly<Record<string, string>>): Buffer {
  const inner = Object.entries(fields).map(([name, value]) => `  <${name}>${escapeXml(value)}</${name}>\n`);
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${inner.join('')}</${root}>\n`);
}
