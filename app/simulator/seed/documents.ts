import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { LetterFacts } from '../content/letter-text.ts';
import type { BodySpec, Owner, SimDocument } from '../documents.ts';
import type { Filing } from '../int/filing.ts';
import { LOOK_BACK_DAYS } from '../mmf/paths.ts';
import { DOC_TYPES, type DocType, UBO_TYPES } from './doc-types.ts';
import { cleanLabel, metadataOf, sloppyLabels } from './labels.ts';
import { structuredCommunication, syntheticEnterprise, syntheticIban } from './numbers.ts';
import { FIRM, type Language, type Party, PERSON, SECOND_FIRM } from './parties.ts';
import { type Chance, chance, seededUuid } from './prng.ts';
import { receiptDocuments } from './receipts.ts';

/** Age of the oldest letter of the window; two days short of it, so that a night passing during a test loses nothing. */
const WINDOW_DAYS = 58;
const TWENTY_MEGABYTES = 20 * 1024 * 1024;

/** Whose letter it is: the owner and how the letter addresses it. */
interface Addressee {
  readonly owner: Owner;
  readonly name: string;
  readonly lines: readonly string[];
  readonly language: Language;
}

export const addresseeOf = (party: Party): Addressee => ({
  owner: { type: 'CBE', identifier: party.enterpriseNumber },
  name: party.name,
  lines: [party.name, party.street, `${party.postCode} ${party.city}`],
  language: party.language,
});

const person: Addressee = {
  owner: { type: 'SSIN', identifier: PERSON },
  name: 'Sacha Lexemple',
  lines: ['Sacha Lexemple', 'Rue Fictive 85', '1000 Bruxelles'],
  language: 'fr',
};

const printed = (id: string): string => (id.length === 10 ? `${id.slice(0, 4)}.${id.slice(4, 7)}.${id.slice(7)}` : id);

function lettersOf(type: DocType, to: Addressee, sentOn: LocalDate, luck: Chance): LetterFacts {
  const days = luck.pick([14, 15, 30, 30, 60]);
  const year = Number(sentOn.slice(0, 4)) - luck.int(0, 2);
  const pages = luck.next();
  return {
    kind: type.letter,
    language: to.language,
    title: cleanLabel(type[to.language], year),
    addressee: to.lines,
    name: to.name,
    number: printed(to.owner.identifier),
    reference: `${luck.pick(['RV', 'DC', 'INV', 'CTR'])}/${year}/${luck.int(100_000, 999_999)}`,
    sentOn,
    due: addDays(sentOn, days),
    days,
    year,
    amountCents: luck.int(2500, 2_500_000),
    iban: syntheticIban(luck),
    communication: structuredCommunication(String(luck.int(1_000_000_000, 9_999_999_999)), luck.odds(0.75) ? '+++' : '***'),
    pages: pages < 0.6 ? 1 : pages < 0.9 ? 2 : 3,
  };
}

const MIME: Readonly<Partial<Record<BodySpec['kind'], string>>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xml: 'application/xml',
};

/** One letter. `label` names its stream of chance and its uuid. */
export function seedLetter(
  seed: number,
  label: string,
  type: DocType,
  to: Addressee,
  modifiedOn: LocalDate,
  body?: BodySpec['kind'] | number,
): SimDocument {
  const luck = chance(seed, `document/${label}`);
  const facts = lettersOf(type, to, modifiedOn, luck);
  const kind = typeof body === 'number' ? 'bulk' : (body ?? (luck.odds(0.02) ? 'docx' : luck.odds(0.01) ? 'xml' : 'letter'));
  const spec: BodySpec =
    kind === 'bulk' ? { kind, size: Number(body) } : kind === 'empty' ? { kind } : { kind: kind as 'letter' | 'docx' | 'xml', facts };
  const mime = luck.odds(0.9) ? (MIME[kind] ?? 'application/pdf') : 'application/octet-stream';
  return {
    uuid: seededUuid(seed, `document/${label}`),
    labels: sloppyLabels(type, facts.year, luck),
    family: type.family,
    owner: to.owner,
    metadata: luck.odds(0.05) ? [] : metadataOf(mime, modifiedOn, facts.reference),
    modifiedOn,
    visibleFrom: 0,
    hasAddress: !luck.odds(0.03),
    body: spec,
    revision: 0,
  };
}

const WEIGHTED: readonly DocType[] = DOC_TYPES.flatMap((type) => Array<DocType>(type.weight).fill(type));

interface World {
  readonly seed: number;
  readonly today: LocalDate;
  /** Documents of the window the first firm may see. */
  readonly count: number;
  readonly firms: readonly Party[];
  readonly clients: readonly Party[];
  readonly filings: readonly Filing[];
}

/** All documents of the synthetic world, in no particular order. */
export function seedDocuments(world: World): SimDocument[] {
  const { seed, today, clients } = world;
  const byNumber = new Map([...world.firms, ...clients].map((party) => [party.enterpriseNumber, addresseeOf(party)]));
  const client = (index: number): Addressee => byNumber.get(syntheticEnterprise(index)) ?? person;
  const closed = new Set([4, 5].map(syntheticEnterprise));
  const open = clients.filter((one) => !closed.has(one.enterpriseNumber)).map(addresseeOf);
  const firm = byNumber.get(FIRM) ?? person;
  const day = (luck: Chance): LocalDate => addDays(today, -luck.int(0, WINDOW_DAYS));
  const draw = (label: string, to: Addressee, from = 0): SimDocument => {
    const luck = chance(seed, `draw/${label}`);
    return seedLetter(seed, label, luck.pick(WEIGHTED), to, from === 0 ? day(luck) : addDays(today, -luck.int(from, 400)));
  };
  const some = (label: string, to: Addressee, count: number, from = 0): SimDocument[] =>
    Array.from({ length: count }, (_, i) => draw(`${label}/${i}`, to, from));

  const receipts = world.filings.flatMap(receiptDocuments);
  const recent = receipts.filter((document) => document.modifiedOn >= addDays(today, -LOOK_BACK_DAYS));
  const visible = recent.filter((document) => document.owner.identifier !== syntheticEnterprise(5));
  const special = [
    seedLetter(seed, 'special/demand', DOC_TYPES[0]!, client(2), today, 'letter'),
    seedLetter(seed, 'special/20mb', DOC_TYPES[13]!, client(2), addDays(today, -3), TWENTY_MEGABYTES),
    seedLetter(seed, 'special/empty', DOC_TYPES[20]!, client(2), addDays(today, -4), 'empty'),
    seedLetter(seed, 'special/docx', DOC_TYPES[11]!, client(3), addDays(today, -5), 'docx'),
    seedLetter(seed, 'special/xml', DOC_TYPES[11]!, client(3), addDays(today, -6), 'xml'),
    ...some('person', person, 6),
    ...some('firm', firm, 8),
  ];
  const fixed = [...special, ...visible].slice(0, world.count);
  const drawn = Array.from({ length: Math.max(0, world.count - fixed.length) }, (_, i) => {
    const luck = chance(seed, `owner/${i}`);
    return draw(`bulk/${i}`, luck.odds(0.04) ? firm : luck.pick(open));
  });
  return [
    ...fixed,
    ...drawn,
    // What the first firm must not see: no mandate, VAT mandate only, UBO without UBO mandate, another firm.
    ...recent.filter((document) => !visible.includes(document)),
    ...some('hidden/none', client(5), 6),
    ...some('hidden/vat-only', client(4), 4),
    ...UBO_TYPES.map((type, i) => seedLetter(seed, `hidden/ubo/${i}`, type, client(6), addDays(today, -10 - i), 'letter')),
    ...some('hidden/firm', byNumber.get(SECOND_FIRM) ?? person, 5),
    // What has left the window of 60 days.
    ...receipts.filter((document) => !recent.includes(document)),
    ...open.flatMap((to, i) => some(`old/${i}`, to, 2, 61)),
  ];
}
