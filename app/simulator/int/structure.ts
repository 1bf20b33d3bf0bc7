import type { Element } from './tree.ts';

/** Shape of one element: its namespace, what it may hold, in which order. A small stand-in for the schema, which is SPF's. */
interface Shape {
  readonly at: `${'v' | 'c'}:${string}`;
  /** Default 1. */
  readonly min?: 0 | 1;
  /** Default 1. */
  readonly max?: number;
  readonly text?: RegExp;
  readonly attributes?: Readonly<Record<string, { readonly pattern: RegExp; readonly optional?: true }>>;
  readonly children?: readonly Shape[];
}

const YES_NO = /^(YES|NO)$/;
const required = (pattern: RegExp): { pattern: RegExp } => ({ pattern });
const optional = (pattern: RegExp): { pattern: RegExp; optional: true } => ({ pattern, optional: true });
const upTo = (length: number): RegExp => new RegExp(`^.{1,${length}}$`, 'su');

const address = (min: 0 | 1): Shape[] => [
  { at: 'c:Name', min, text: upTo(200) },
  { at: 'c:Street', min, text: upTo(200) },
  { at: 'c:PostCode', min, text: upTo(15) },
  { at: 'c:City', min, text: upTo(184) },
  { at: 'c:CountryCode', min, text: /^[A-Z]{2}$/ },
  { at: 'c:EmailAddress', min, text: /^[\w.-]+@[\w.-]+\.[a-zA-Z]{2,5}$/ },
  { at: 'c:Phone', min, text: /^\+?[0-9 -]{0,20}$/ },
];

// Accepts both shapes of the statement: the schema's and the one in use since July 2024.
const DEDUCTION: Shape = {
  at: 'v:Deduction',
  min: 0,
  children: [
    { at: 'c:AdjustedPeriod', text: /^\d{4}$/ },
    { at: 'c:AdjustedValue', min: 0, text: /^\d{1,3}([.,]\d{2})?$/ },
    {
      at: 'c:SpecialAdjustedValue',
      min: 0,
      attributes: { moreSpecialProrata: optional(/^\w+$/) },
      children: [
        { at: 'c:UseProRataPercentage', min: 0, max: 3, text: /^\d{1,3}(\.\d{2})?$/, attributes: { GridNumber: required(/^[123]$/) } },
        {
          at: 'c:SpecialProRataPercentage',
          min: 0,
          max: 5,
          text: /^\d{1,3}(\.\d{2})?$/,
          attributes: { SpecialProRataGridNumber: optional(/^\d+$/), GridNumber: optional(/^\d+$/) },
        },
      ],
    },
  ],
};

const DECLARATION: Shape = {
  at: 'v:VATDeclaration',
  max: Number.POSITIVE_INFINITY,
  attributes: { SequenceNumber: required(/^[1-9]\d*$/), DeclarantReference: optional(/^.{0,14}$/) },
  children: [
    { at: 'v:ReplacedVATDeclaration', min: 0, text: /^\d+-\d{10}-\d{6}$/ },
    { at: 'v:Declarant', children: [{ at: 'c:VATNumber', text: /^\d{10}$/ }, ...address(0)] },
    {
      at: 'v:Period',
      children: [
        { at: 'v:Month', min: 0, text: /^0?([1-9]|1[0-2])$/ },
        { at: 'v:Quarter', min: 0, text: /^[1-4]$/ },
        { at: 'v:Year', text: /^2\d{3}$/ },
      ],
    },
    DEDUCTION,
    {
      at: 'v:Data',
      // The amounts' own form is left to the rules, which can name the grid.
      children: [{ at: 'v:Amount', max: Number.POSITIVE_INFINITY, attributes: { GridNumber: required(/^.+$/) } }],
    },
    { at: 'v:ClientListingNihil', text: YES_NO },
    { at: 'v:Ask', attributes: { Restitution: required(YES_NO), Payment: optional(YES_NO) } },
    {
      at: 'v:FileAttachment',
      min: 0,
      max: Number.POSITIVE_INFINITY,
      children: [
        { at: 'c:FileType', text: /^(application\/pdf|application\/zip|image\/jpeg|image\/tiff)$/ },
        { at: 'c:FileName', text: /^.+$/ },
        { at: 'c:FileDescription', min: 0 },
      ],
    },
    { at: 'v:Comment', min: 0 },
    {
      at: 'v:Justification',
      min: 0,
      max: Number.POSITIVE_INFINITY,
      attributes: { Code: optional(/^.*$/) },
      children: [{ at: 'c:Comment' }],
    },
  ],
};

const CONSIGNMENT: Shape = {
  at: 'v:VATConsignment',
  attributes: { VATDeclarationsNbr: required(/^[1-9]\d*$/) },
  children: [
    {
      at: 'v:Representative',
      min: 0,
      children: [
        {
          at: 'c:RepresentativeID',
          text: /^.+$/,
          attributes: { issuedBy: optional(/^[A-Z]{2}$/), identificationType: required(/^(NVAT|TIN|other)$/), otherQlf: optional(/^.*$/) },
        },
        ...address(1),
      ],
    },
    { at: 'v:RepresentativeReference', min: 0, text: /^.{0,14}$/ },
    DECLARATION,
  ],
};

/** The first place that does not fit, in words, or `undefined` when all fits. */
export function structureError(root: Element): string | undefined {
  if (`${root.space}:${root.name}` !== CONSIGNMENT.at) return `the root element must be VATConsignment, not ${root.name}`;
  return check(root, CONSIGNMENT, root.name);
}

function check(element: Element, shape: Shape, path: string): string | undefined {
  for (const [name, { pattern, optional: mayMiss }] of Object.entries(shape.attributes ?? {})) {
    const value = element.attributes[name];
    if (value === undefined ? !mayMiss : !pattern.test(value)) return `${path}: attribute ${name}`;
  }
  const unknown = Object.keys(element.attributes).find((name) => !(name in (shape.attributes ?? {})) && name !== 'schemaLocation');
  if (unknown) return `${path}: attribute ${unknown} is not known`;
  if (shape.text && !shape.text.test(element.text)) return `${path}: the value does not fit`;
  return sequence(element, shape.children ?? [], path);
}

function sequence(parent: Element, shapes: readonly Shape[], path: string): string | undefined {
  let at = 0;
  for (const shape of shapes) {
    let count = 0;
    for (
      let one = parent.children[at];
      one && `${one.space}:${one.name}` === shape.at && count < (shape.max ?? 1);
      one = parent.children[at]
    ) {
      const wrong = check(one, shape, `${path}/${one.name}${(shape.max ?? 1) > 1 ? `[${count + 1}]` : ''}`);
      if (wrong) return wrong;
      count++;
      at++;
    }
    if (count < (shape.min ?? 1)) return `${path}: ${shape.at.slice(2)} is missing or out of order`;
  }
  const left = parent.children[at];
  return left ? `${path}: ${left.name} is not expected here` : undefined;
}
