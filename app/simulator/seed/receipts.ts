import { brusselsDate } from '#shared/domain/local-date.ts';
import { nextDayVisibility } from '../clock.ts';
import type { SimDocument } from '../documents.ts';
import type { Filing } from '../int/filing.ts';
import { type Labels, RECEIPT_PDF, RECEIPT_XML } from './doc-types.ts';
import { metadataOf } from './labels.ts';

/** The two documents a filing leaves in MyMinfin: owned by the declarant, dated the day of filing, visible the next day. */
export function receiptDocuments(filing: Filing): [SimDocument, SimDocument] {
  const modifiedOn = brusselsDate(filing.receivedAt);
  const one = (uuid: string, labels: Labels, kind: 'receiptPdf' | 'receiptXml', mime: string): SimDocument => ({
    uuid,
    labels: { ...labels, en: null },
    family: 'vatReceipt',
    owner: { type: 'CBE', identifier: filing.vatNumber },
    metadata: metadataOf(mime, modifiedOn, filing.reference),
    modifiedOn,
    visibleFrom: filing.seeded ? 0 : nextDayVisibility(filing.receivedAt),
    hasAddress: true,
    body: { kind, reference: filing.reference, consignment: filing.consignment },
    revision: 0,
  });
  return [
    one(filing.pdfReference, RECEIPT_PDF, 'receiptPdf', 'application/pdf'),
    one(filing.xmlReference, RECEIPT_XML, 'receiptXml', 'application/xml'),
  ];
}
