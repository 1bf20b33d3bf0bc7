import { SEQUENCES } from './names.ts';
import type { Report } from './problems.ts';
import { readSequence } from './sequence.ts';
import type { Element } from './tree.ts';

/** Who hands the file in for the declarants. Every field is required by the schema. */
export interface Representative {
  readonly id: string;
  /** Country that issued the identifier. */
  readonly issuedBy: string;
  readonly identificationType: 'NVAT' | 'TIN' | 'other';
  /** Says what an identifier of type `other` is. */
  readonly otherQualifier?: string | undefined;
  readonly name: string;
  readonly street: string;
  readonly postCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly emailAddress: string;
  readonly phone: string;
}

const ID_TYPES = ['NVAT', 'TIN', 'other'] as const;

export function readRepresentative(element: Element, report: Report): Representative {
  const content = readSequence(element, SEQUENCES.Representative, report);
  const id = content.one('RepresentativeID');
  const type = id?.attributes.get('identificationType') ?? '';
  const identificationType = ID_TYPES.find((known) => known === type);
  if (id && !identificationType) {
    report('value', id.line, { element: 'RepresentativeID@identificationType', found: type, expected: ID_TYPES.join(', ') });
  }
  const otherQualifier = id?.attributes.get('otherQlf');
  return {
    id: content.text('RepresentativeID') ?? '',
    issuedBy: id?.attributes.get('issuedBy') ?? '',
    identificationType: identificationType ?? 'other',
    ...(otherQualifier ? { otherQualifier } : {}),
    name: content.text('Name') ?? '',
    street: content.text('Street') ?? '',
    postCode: content.text('PostCode') ?? '',
    city: content.text('City') ?? '',
    countryCode: content.text('CountryCode') ?? '',
    emailAddress: content.text('EmailAddress') ?? '',
    phone: content.text('Phone') ?? '',
  };
}
