/** Target namespaces of the periodic return. Source: Intervat schemas NewTVA v0_9 and IntervatInputCommon v0_9. */
export const VAT_NS = 'http://www.minfin.fgov.be/VATConsignment';
export const COMMON_NS = 'http://www.minfin.fgov.be/InputCommon';

/** One element of a sequence: where it stands and how often. */
export interface Slot {
  readonly name: string;
  readonly ns: string;
  readonly min: 0 | 1;
  readonly max: number;
}

/** The children an element may have, in their order. */
export interface Sequence {
  readonly slots: readonly Slot[];
  /** Where each stands in `slots`. */
  readonly places: ReadonlyMap<string, number>;
}

function slots(ns: string, names: string): Sequence {
  const list = names.split(' ').map((text) => ({
    name: text.replace(/[?*+]$/, ''),
    ns,
    min: /[?*]$/.test(text) ? (0 as const) : (1 as const),
    max: /[*+]$/.test(text) ? Number.POSITIVE_INFINITY : 1,
  }));
  return { slots: list, places: new Map(list.map(({ name }, place) => [name, place])) };
}

/** The children of each element, in the order of the schema: `?` optional, `+` one or more, `*` any number. */
export const SEQUENCES = {
  VATConsignment: slots(VAT_NS, 'Representative? RepresentativeReference? VATDeclaration+'),
  VATDeclaration: slots(
    VAT_NS,
    'ReplacedVATDeclaration? Declarant Period Deduction? Data ClientListingNihil Ask FileAttachment* Comment? Justification*',
  ),
  Representative: slots(COMMON_NS, 'RepresentativeID Name Street PostCode City CountryCode EmailAddress Phone'),
  Declarant: slots(COMMON_NS, 'VATNumber Name? Street? PostCode? City? CountryCode? EmailAddress? Phone?'),
  Period: slots(VAT_NS, 'Month? Quarter? Year'),
  Data: slots(VAT_NS, 'Amount+'),
  Deduction: slots(COMMON_NS, 'AdjustedPeriod AdjustedValue? SpecialAdjustedValue?'),
  SpecialAdjustedValue: slots(COMMON_NS, 'moreSpecialProrata? UseProRataPercentage* SpecialProRataPercentage*'),
  FileAttachment: slots(COMMON_NS, 'FileType FileName FileDescription?'),
  Justification: slots(COMMON_NS, 'Comment'),
} as const;

/** The attributes an element may have; those not named here have none. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  VATConsignment: ['VATDeclarationsNbr'],
  RepresentativeID: ['issuedBy', 'identificationType', 'otherQlf'],
  VATDeclaration: ['SequenceNumber', 'DeclarantReference'],
  Amount: ['GridNumber'],
  SpecialAdjustedValue: ['moreSpecialProrata'],
  UseProRataPercentage: ['GridNumber'],
  SpecialProRataPercentage: ['GridNumber', 'SpecialProRataGridNumber'],
  Ask: ['Restitution', 'Payment'],
  Justification: ['Code'],
};

/** Numbers of the shares of real use in the shape of 07/2024. */
export const USE_SHARES = { '1': 'deductible', '2': 'notDeductible', '3': 'mixed' } as const;
