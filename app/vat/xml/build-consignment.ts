import { toDecimal } from '#shared/domain/cents.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isQuarter, lastDay } from '#shared/domain/period.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { deductionShapeOn, fitsShape } from '#shared/vat/deduction.ts';
import { GRIDS_BY_NUMBER, gridNumber } from '#shared/vat/grids.ts';
import { sentJustification } from '#shared/vat/rules/justification.ts';
import { STRUCTURE_RULES } from '#shared/vat/rules/structure.ts';
import type { RuleContext, VatReturn } from '#shared/vat/types.ts';
import { deductionNode } from './build-deduction.ts';
import { COMMON_NS, VAT_NS } from './names.ts';
import type { Representative } from './representative.ts';
import { element, type Node, serialize } from './serialize.ts';

const v = (name: string, content: string | readonly Node[], attributes = {}): Node => element(`v:${name}`, content, attributes);
const c = element;
const optional = (name: string, text: string | undefined): Node[] => (text ? [c(name, text)] : []);
const each = <T>(items: readonly T[] | undefined, write: (item: T) => Node): Node[] => (items ?? []).map(write);
const token = (text: string): string => text.trim().replace(/\s+/g, ' ');

const impossible = (sequence: number, place: string, found: string): GuichetError =>
  new GuichetError('vat.build.impossible', { action: 'editReturn', params: { sequence, place, found } });

/** Judged on the last day of the period, so that the same return always gives the same bytes. */
const shapeOf = ({ period, paymentAttribute }: VatReturn) =>
  deductionShapeOn(lastDay(period), paymentAttribute === 'NO' ? 'portal' : 'api');

/** Refuses what no valid XML can say; everything else is left to the rules. */
function assertWritable(ret: VatReturn, sequence: number): void {
  if (!/^\d{10}$/.test(ret.declarant.vatNumber)) throw impossible(sequence, 'VATNumber', ret.declarant.vatNumber);
  for (const rule of STRUCTURE_RULES) {
    const hit = rule.fires(ret.grids, ret, NO_CONTEXT, []);
    const values = hit?.values;
    if (hit) throw impossible(sequence, String(values?.element ?? rule.id), String(values?.found ?? values?.list ?? values?.grids ?? ''));
  }
  const { balance } = totals(ret.grids);
  for (const grid of ['71', '72'] as const) {
    const stated = ret.grids[grid];
    if (stated !== undefined && (grid !== balance.grid || stated !== balance.cents)) throw impossible(sequence, grid, toDecimal(stated));
  }
  if (ret.deduction && !fitsShape(ret.deduction, shapeOf(ret))) {
    throw new GuichetError('vat.build.deduction', { action: 'openPortal', params: { sequence } });
  }
}

// The rules of structure look at the return alone.
const NO_CONTEXT = {} as RuleContext;

function amountNodes(ret: VatReturn): Node[] {
  const sent = withBalance(ret.grids);
  return GRIDS_BY_NUMBER.flatMap((grid) => {
    const amount = sent[grid];
    return amount === undefined ? [] : [v('Amount', toDecimal(amount), { GridNumber: gridNumber(grid) })];
  });
}

function declarationNode(ret: VatReturn, sequence: number): Node {
  assertWritable(ret, sequence);
  const { declarant, period } = ret;
  return v(
    'VATDeclaration',
    [
      ...(ret.replaces ? [v('ReplacedVATDeclaration', ret.replaces)] : []),
      v('Declarant', [
        c('VATNumber', declarant.vatNumber),
        ...optional('Name', declarant.name),
        ...optional('Street', declarant.street),
        ...optional('PostCode', declarant.postCode),
        ...optional('City', declarant.city),
        ...optional('CountryCode', declarant.countryCode),
        ...optional('EmailAddress', declarant.emailAddress),
        ...optional('Phone', declarant.phone),
      ]),
      v('Period', [
        isQuarter(period) ? v('Quarter', String(period.quarter)) : v('Month', String(period.month)),
        v('Year', String(period.year)),
      ]),
      ...(ret.deduction ? [deductionNode(ret.deduction, shapeOf(ret))] : []),
      v('Data', amountNodes(ret)),
      v('ClientListingNihil', ret.clientListingNihil ? 'YES' : 'NO'),
      v('Ask', [], {
        Restitution: ret.restitution ? 'YES' : 'NO',
        ...(ret.paymentAttribute === 'omit' ? {} : { Payment: ret.paymentAttribute }),
      }),
      ...each(ret.attachments, ({ fileType, fileName, fileDescription }) =>
        v('FileAttachment', [
          c('FileType', fileType),
          c('FileName', token(fileName)),
          ...optional('FileDescription', fileDescription && token(fileDescription)),
        ]),
      ),
      ...(ret.comment ? [v('Comment', ret.comment)] : []),
      ...each(ret.justifications, ({ code, comment }) => v('Justification', [c('Comment', sentJustification(comment))], { Code: code })),
    ],
    { SequenceNumber: String(sequence), ...(ret.reference ? { DeclarantReference: token(ret.reference) } : {}) },
  );
}

function representativeNode(representative: Representative): Node {
  const { id, issuedBy, identificationType, otherQualifier, name, street, postCode, city, countryCode, emailAddress, phone } =
    representative;
  return v('Representative', [
    c('RepresentativeID', id, { issuedBy, identificationType, ...(otherQualifier ? { otherQlf: otherQualifier } : {}) }),
    c('Name', name),
    c('Street', street),
    c('PostCode', postCode),
    c('City', city),
    c('CountryCode', countryCode),
    c('EmailAddress', emailAddress),
    c('Phone', phone),
  ]);
}

/**
 * Writes returns as Intervat takes them: UTF-8, always the same bytes for the same input, numbered from 1. 71/72 are computed; zero
 * grids are left out (71 = 0.00 and an explicit 00 stay). A pro rata is written in the shape in force for the API, or in that of the
 * published schema when the return is meant for the portal (`paymentAttribute: 'NO'`). Of a
 * justification the first 425 characters are written; the rule `L_JUSTIF_CUT` says so. A representative that is itself a declarant is left out: SPF refuses it.
 * @throws GuichetError `vat.build.impossible` or `vat.build.deduction` when no valid XML can say it; nothing is written then
 */
export function buildConsignment(
  returns: readonly VatReturn[],
  options: { readonly representative?: Representative | undefined } = {},
): Uint8Array {
  const { representative } = options;
  if (returns.length === 0) throw new GuichetError('vat.build.empty');
  const isDeclarant = returns.some(({ declarant }) => declarant.vatNumber === representative?.id);
  return new TextEncoder().encode(
    serialize(
      v(
        'VATConsignment',
        [
          ...(representative && !isDeclarant ? [representativeNode(representative)] : []),
          ...returns.map((ret, index) => declarationNode(ret, index + 1)),
        ],
        { xmlns: COMMON_NS, 'xmlns:v': VAT_NS, VATDeclarationsNbr: String(returns.length) },
      ),
    ),
  );
}
