import { randomUUID } from 'node:crypto';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { nextDayVisibility } from '../clock.ts';
import { printedFacts } from '../content/letter-text.ts';
import type { BodySpec, LabelSet, Owner, SimDocument } from '../documents.ts';
import { type Answer, type Call, json } from '../exchange.ts';
import { DOC_TYPES, type Family, UBO_TYPES } from '../seed/doc-types.ts';
import { addresseeOf, seedLetter } from '../seed/documents.ts';
import { metadataOf } from '../seed/labels.ts';
import type { World } from '../world.ts';
import { BadInput, type Fields, fields, list, number, oneOf, required, text } from './input.ts';

const FAMILIES: readonly Family[] = ['general', 'ubo', 'vatReceipt'];
const MOST_AT_ONCE = 20_000;

/** Ten digits (or SPF's nine) are an enterprise, eleven a person. */
export function ownerOf(from: Fields, name: string): Owner {
  const id = required(text(from, name), name);
  if (/^\d{9,10}$/.test(id)) return { type: 'CBE', identifier: id.padStart(10, '0') };
  if (/^\d{11}$/.test(id)) return { type: 'SSIN', identifier: id };
  throw new BadInput(`${name} must be an enterprise number or a national number`);
}

const view = (world: World, document: SimDocument): object => ({
  uuid: document.uuid,
  owner: document.owner,
  labels: document.labels,
  family: document.family,
  modifiedOn: document.modifiedOn,
  visible: document.visibleFrom <= world.clock.now(),
  kind: document.body.kind,
  ...(document.body.kind === 'letter' || document.body.kind === 'docx' ? { facts: printedFacts(document.body.facts) } : {}),
  ...(document.body.kind === 'bulk' ? { size: document.body.size } : {}),
});

/** GET: all documents, or those of `owner` and of `kind`. The facts printed in each letter are in the answer. */
export function listDocuments(world: World, call: Call): Answer {
  const owner = call.query.get('owner')?.padStart(10, '0');
  const kind = call.query.get('kind');
  const found = [...world.documents.all()].filter(
    (document) => (!owner || document.owner.identifier === owner) && (!kind || document.body.kind === kind),
  );
  return json(200, { total: found.length, items: found.map((document) => view(world, document)) });
}

/**
 * POST: adds `count` documents (default 1) to `owner`. `type` takes a seeded type by its FR label and makes a letter of it; `size` makes a
 * body of that many bytes; `base64` gives the body itself. `labels`, `metadata`, `modifiedOn`, `family`, `uuid` replace what would be made
 * up; `visible: "nextDay"` hides it until the next day.
 */
export function addDocuments(world: World, call: Call): Answer {
  const from = fields(call);
  const owner = ownerOf(from, 'owner');
  const count = number(from, 'count') ?? 1;
  if (count < 1 || count > MOST_AT_ONCE) throw new BadInput(`count must be 1 to ${MOST_AT_ONCE}`);
  const uuids = Array.from({ length: count }, () => {
    const document = build(world, from, owner);
    world.documents.put(document);
    return document.uuid;
  });
  world.touch();
  return json(201, { uuids });
}

function build(world: World, from: Fields, owner: Owner): SimDocument {
  const uuid = text(from, 'uuid') ?? randomUUID();
  const modifiedOn = text(from, 'modifiedOn') ?? world.clock.today();
  if (!isLocalDate(modifiedOn)) throw new BadInput('modifiedOn must be a date');
  const letter = letterOf(world, from, owner, uuid, modifiedOn);
  return {
    ...letter,
    uuid,
    owner,
    labels: labelsOf(from, letter.labels),
    family: oneOf(from, 'family', FAMILIES) ?? letter.family,
    metadata: (list(from, 'metadata') as SimDocument['metadata'] | undefined) ?? metadataOf('application/pdf', modifiedOn, uuid),
    modifiedOn,
    visibleFrom: oneOf(from, 'visible', ['now', 'nextDay']) === 'nextDay' ? nextDayVisibility(world.clock.now()) : 0,
    hasAddress: true,
    body: bodyOf(from) ?? letter.body,
  };
}

function letterOf(world: World, from: Fields, owner: Owner, label: string, modifiedOn: LocalDate): SimDocument {
  const wanted = text(from, 'type') ?? 'Avis de paiement';
  const type = [...DOC_TYPES, ...UBO_TYPES].find((one) => one.fr === wanted || one.key === wanted);
  if (!type) throw new BadInput(`type must be one of ${[...DOC_TYPES, ...UBO_TYPES].map((one) => one.fr).join(' | ')}`);
  const party = [...world.firms, ...world.clients].find((one) => one.enterpriseNumber === owner.identifier);
  const to = party ? addresseeOf(party) : { owner, name: 'Exemple', lines: ['Exemple'], language: 'fr' as const };
  return seedLetter(world.settings.seed, `added/${label}`, type, to, modifiedOn, 'letter');
}

function labelsOf(from: Fields, otherwise: LabelSet): LabelSet {
  const given = from.labels;
  if (given === undefined) return otherwise;
  if (typeof given !== 'object' || given === null) throw new BadInput('labels must be an object');
  return { ...otherwise, ...given };
}

function bodyOf(from: Fields): BodySpec | undefined {
  const base64 = text(from, 'base64');
  if (base64 !== undefined) return { kind: 'bytes', base64 };
  const size = number(from, 'size');
  return size === undefined ? undefined : { kind: 'bulk', size };
}

/** POST `…/:uuid`: changes content (`base64` or `size`), labels or date of a document. */
export function changeDocument(world: World, call: Call): Answer {
  const known = world.documents.get(call.params.uuid ?? '');
  if (!known) return json(404, { error: 'unknown document' });
  const from = fields(call);
  const modifiedOn = text(from, 'modifiedOn') ?? known.modifiedOn;
  if (!isLocalDate(modifiedOn)) throw new BadInput('modifiedOn must be a date');
  world.documents.put({
    ...known,
    modifiedOn,
    labels: labelsOf(from, known.labels),
    body: bodyOf(from) ?? known.body,
    revision: known.revision + 1,
  });
  world.touch();
  return json(200, view(world, world.documents.get(known.uuid) ?? known));
}

export function removeDocument(world: World, call: Call): Answer {
  const removed = world.documents.remove(call.params.uuid ?? '');
  world.touch();
  return removed ? json(200, { removed }) : json(404, { error: 'unknown document' });
}
