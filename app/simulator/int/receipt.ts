import { type Cents, formatAmount, toDecimal } from '#shared/domain/cents.ts';
import { type Filing, periodKeyOf, sortedAmounts } from './filing.ts';

const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const written = (grid: string): string => String(Number(grid));

/**
 * The XML receipt of one filing. Our own design (SPF publishes none), in a namespace that is visibly not SPF's:
 *
 * ```
 * IntervatReceipt (urn:simulator:intervat:receipt)
 *   ConsignmentReference      reference of the sending, 16 characters
 *   ReceivedAt                ISO 8601 instant, UTC
 *   SentBy                    enterprise of the token that filed, 10 digits
 *   Declaration
 *     Reference               reference of the return, n-VATNUMBER-YYYYPP
 *     Replaces 0..1           reference of the return it replaced
 *     Declarant               VATNumber (10 digits), Name
 *     Period                  Month or Quarter, Year
 *     Data / Amount @GridNumber   the amounts as received, two decimals
 *     ClientListingNihil      YES | NO
 *     Restitution             YES | NO
 *   ContentDigest @algorithm  SHA-256 of the ZIP as received, hexadecimal
 * ```
 */
export function receiptXml(filing: Filing): Buffer {
  const part = Number(filing.period.slice(4));
  const period = part > 30 ? `<Quarter>${part - 30}</Quarter>` : `<Month>${part}</Month>`;
  const amounts = sortedAmounts(filing).map(
    ([grid, value]) => `      <Amount GridNumber="${written(grid)}">${toDecimal(value as Cents)}</Amount>`,
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<IntervatReceipt xmlns="urn:simulator:intervat:receipt">
  <ConsignmentReference>${filing.consignment}</ConsignmentReference>
  <ReceivedAt>${new Date(filing.receivedAt).toISOString()}</ReceivedAt>
  <SentBy>${filing.filedBy}</SentBy>
  <Declaration>
    <Reference>${filing.reference}</Reference>
${filing.replaces ? `    <Replaces>${escapeXml(filing.replaces)}</Replaces>\n` : ''}    <Declarant>
      <VATNumber>${filing.vatNumber}</VATNumber>
      <Name>${escapeXml(filing.name)}</Name>
    </Declarant>
    <Period>${period}<Year>${filing.period.slice(0, 4)}</Year></Period>
    <Data>
${amounts.join('\n')}
    </Data>
    <ClientListingNihil>${filing.clientListingNihil ? 'YES' : 'NO'}</ClientListingNihil>
    <Restitution>${filing.restitution ? 'YES' : 'NO'}</Restitution>
  </Declaration>
  <ContentDigest algorithm="SHA-256">${filing.bodySha256}</ContentDigest>
</IntervatReceipt>
`);
}

/** The PDF receipt: the same facts for people. SPF's is digitally signed; this one is not and says so. */
export async function receiptPdf(filing: Filing): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const info = {
    Title: `InterVAT ${filing.reference}`,
    Producer: 'Simulator',
    Creator: 'Simulator',
    CreationDate: new Date(filing.receivedAt),
  };
  const pdf = new PDFDocument({ size: 'A4', margin: 60, info });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
  });
  pdf.font('Helvetica-Bold').fontSize(13).text('InterVAT - Accusé de réception / Ontvangstbevestiging / Empfangsbestätigung');
  pdf.font('Helvetica').fontSize(10).moveDown();
  const lines = [
    `Consignment: ${filing.consignment}`,
    `Reference: ${filing.reference}`,
    ...(filing.replaces ? [`Replaces: ${filing.replaces}`] : []),
    `Declarant: BE ${filing.vatNumber} ${filing.name}`,
    `Period: ${periodKeyOf(filing.period)}`,
    `Received: ${new Date(filing.receivedAt).toISOString()}`,
    `SHA-256: ${filing.bodySha256}`,
  ];
  for (const line of lines) pdf.text(line);
  pdf.moveDown();
  for (const [grid, value] of sortedAmounts(filing)) pdf.text(`${grid}    ${formatAmount(value as Cents)}`);
  pdf
    .moveDown()
    .fontSize(8)
    .text('Simulateur - sans valeur, non signé / Simulator - zonder waarde, niet ondertekend / Simulator - ohne Wert, nicht unterzeichnet');
  pdf.end();
  return bytes;
}
