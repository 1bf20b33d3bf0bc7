import { isEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type Period, periodKey } from '#shared/domain/period.ts';
import type { Attachment, Declarant, Justification, VatReturn } from '#shared/vat/types.ts';
import { SEQUENCES } from './names.ts';
import { problemList, type ReadProblem, type Report } from './problems.ts';
import { readAmounts } from './read-amounts.ts';
import { readDeduction } from './read-deduction.ts';
import { type Content, readSequence } from './sequence.ts';
import type { Element } from './tree.ts';

/** One declaration of a file, as far as it could be read, with everything that is wrong in its text. */
export interface ReadDeclaration {
  /** `SequenceNumber`, or the position in the file when it has none. */
  readonly sequence: number;
  readonly line: number;
  /** As found, `BE` and dots included; empty when absent. */
  readonly vatNumber: string;
  /** `2026-06`, `2026-Q2`; empty when it cannot be read. */
  readonly periodKey: string;
  /** `null` when there is no readable period: such a return cannot be judged. */
  readonly ret: VatReturn | null;
  readonly problems: readonly ReadProblem[];
}

const ATTACHMENT_TYPES = ['application/pdf', 'application/zip', 'image/jpeg', 'image/tiff'] as const;
const isAttachmentType = (text: string): text is Attachment['fileType'] => (ATTACHMENT_TYPES as readonly string[]).includes(text);
const collapsed = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Optional fields that are there; `undefined` ones are left out so that a return read equals the return written. */
function present<T extends object>(fields: T): T {
  const there: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) there[name] = fields[name];
  return there as T;
}

function readVatNumber(element: Element, report: Report): string {
  const found = element.text;
  if (/^\d*$/.test(found)) {
    if (!isEnterpriseNumber(found)) report('vatDigits', element.line, { found: found || '–' });
    return found;
  }
  const proposal = parseEnterpriseNumber(found) ?? (found.replace(/\D/g, '') || '0123456789');
  report('vatPrefix', element.line, { found, proposal });
  return found.trim();
}

function readDeclarant(element: Element, report: Report): Declarant {
  const content = readSequence(element, SEQUENCES.Declarant, report);
  const number = content.one('VATNumber');
  return present({
    vatNumber: number ? readVatNumber(number, report) : '',
    name: content.one('Name')?.text || undefined,
    street: content.one('Street')?.text || undefined,
    postCode: content.one('PostCode')?.text || undefined,
    city: content.one('City')?.text || undefined,
    countryCode: content.text('CountryCode'),
    emailAddress: content.text('EmailAddress'),
    phone: content.one('Phone')?.text || undefined,
  });
}

function readPeriod(element: Element, report: Report): Period | null {
  const content = readSequence(element, SEQUENCES.Period, report);
  const month = content.one('Month');
  const quarter = content.one('Quarter');
  const yearText = content.text('Year') ?? '';
  const year = /^\d{4}$/.test(yearText) && yearText >= '1971' ? Number(yearText) : null;
  if (content.one('Year') && year === null) report('value', element.line, { element: 'Year', found: yearText, expected: 'YYYY' });
  const ordinal = month ?? quarter;
  if (!ordinal || (month && quarter)) {
    report('oneOf', element.line, { parent: 'Period', elements: 'Month, Quarter' });
    return null;
  }
  const last = month ? 12 : 4;
  const found = ordinal.text.trim();
  const value = /^\d{1,2}$/.test(found) ? Number(found) : 0;
  if (value < 1 || value > last) {
    report('value', ordinal.line, { element: ordinal.name, found, expected: `1–${last}` });
    return null;
  }
  if (year === null) return null;
  return month ? { year, month: value } : { year, quarter: value };
}

function yesNo(found: string | undefined, element: string, line: number, report: Report): boolean {
  if (found !== 'YES' && found !== 'NO') report('value', line, { element, found: found ?? '', expected: 'YES, NO' });
  return found === 'YES';
}

function readAsk(ask: Element, report: Report): Pick<VatReturn, 'restitution' | 'paymentAttribute'> {
  const payment = ask.attributes.get('Payment');
  if (payment !== undefined) yesNo(payment, 'Ask@Payment', ask.line, report);
  const restitution = yesNo(ask.attributes.get('Restitution'), 'Ask@Restitution', ask.line, report);
  // `YES` asked for payment slips on paper, which no longer exist; it is kept as the attribute being there.
  return { restitution, paymentAttribute: payment === undefined ? 'omit' : 'NO' };
}

function readJustification(element: Element, report: Report): Justification {
  const content = readSequence(element, SEQUENCES.Justification, report);
  return { code: element.attributes.get('Code')?.trim() ?? '', comment: content.one('Comment')?.text ?? '' };
}

function readAttachment(element: Element, report: Report): Attachment {
  const content = readSequence(element, SEQUENCES.FileAttachment, report);
  const fileType = content.text('FileType') ?? '';
  if (!isAttachmentType(fileType))
    report('value', element.line, { element: 'FileType', found: fileType, expected: ATTACHMENT_TYPES.join(', ') });
  const fileDescription = content.text('FileDescription');
  return {
    fileType: isAttachmentType(fileType) ? fileType : 'application/pdf',
    fileName: collapsed(content.text('FileName') ?? ''),
    ...(fileDescription ? { fileDescription: collapsed(fileDescription) } : {}),
  };
}

function readReturn(element: Element, content: Content, declarant: Declarant, period: Period, report: Report): VatReturn {
  const data = content.one('Data');
  const ask = content.one('Ask');
  const nihil = content.one('ClientListingNihil');
  const deduction = content.one('Deduction');
  const attachments = content.all('FileAttachment').map((entry) => readAttachment(entry, report));
  const reference = element.attributes.get('DeclarantReference');
  return present({
    declarant,
    period,
    grids: data ? readAmounts(data, report) : {},
    clientListingNihil: nihil ? yesNo(nihil.text.trim(), 'ClientListingNihil', nihil.line, report) : false,
    ...(ask ? readAsk(ask, report) : { restitution: false, paymentAttribute: 'omit' as const }),
    replaces: content.text('ReplacedVATDeclaration'),
    comment: content.one('Comment')?.text || undefined,
    justifications: content.all('Justification').map((entry) => readJustification(entry, report)),
    deduction: deduction ? readDeduction(deduction, report) : undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
    reference: reference === undefined ? undefined : collapsed(reference) || undefined,
  });
}

export interface Reading {
  readonly declaration: ReadDeclaration;
  /** Adds what only the whole file shows. */
  readonly report: Report;
}

/** @param position 1 for the first declaration of the file */
export function readDeclaration(element: Element, position: number): Reading {
  const stated = element.attributes.get('SequenceNumber')?.trim();
  const sequence = stated && /^[1-9]\d{0,8}$/.test(stated) ? Number(stated) : position;
  const { problems, report } = problemList(() => sequence);
  if (stated === undefined) report('missing', element.line, { element: '@SequenceNumber', parent: element.name });
  else if (String(sequence) !== stated.replace(/^\+?0*/, ''))
    report('value', element.line, { element: '@SequenceNumber', found: stated, expected: `${position}` });
  const content = readSequence(element, SEQUENCES.VATDeclaration, report);
  const declarantElement = content.one('Declarant');
  const periodElement = content.one('Period');
  const declarant = declarantElement ? readDeclarant(declarantElement, report) : { vatNumber: '' };
  const period = periodElement ? readPeriod(periodElement, report) : null;
  const declaration = {
    sequence,
    line: element.line,
    vatNumber: declarant.vatNumber,
    periodKey: period ? periodKey(period) : '',
    ret: period ? readReturn(element, content, declarant, period, report) : null,
    problems,
  };
  return { declaration, report };
}
