/** A three-page PDF written by hand. */
function pdf(title: string): Uint8Array<ArrayBuffer> {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R 6 0 R 8 0 R] /Count 3 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 1; page <= 3; page++) {
    const lines = Array.from(
      { length: 22 },
      (_, line) => `0 -22 Td (Ligne ${line + 1}: montant 1.204,00 EUR, communication +++047/7472/70195+++) Tj`,
    );
    const text = `BT /F1 18 Tf 60 770 Td (${title} - page ${page}) Tj /F1 11 Tf ${lines.join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
  }
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(body, (char) => char.charCodeAt(0));
}

const xml =
  '<?xml version="1.0" encoding="UTF-8"?><Receipt><Declaration period="2026-10"><Grid number="71">2898.00</Grid></Declaration></Receipt>';

export function contentOf(mimeType: string | null, title: string): Uint8Array<ArrayBuffer> {
  return mimeType === 'application/pdf'
    ? pdf(
        title
          .normalize('NFD')
          .replace(/[^ -~]/g, '')
          .replace(/[()]/g, ''),
      )
    : new TextEncoder().encode(xml);
}
