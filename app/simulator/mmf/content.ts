import { addDays } from '#shared/domain/local-date.ts';
import type { Grant } from '../auth/tokens.ts';
import type { BodySpec, Owner, SimDocument } from '../documents.ts';
import type { Answer, Call } from '../exchange.ts';
import { problem } from '../problems.ts';
import type { World } from '../world.ts';
import { badRequest, enter, isAnswer, isIssue, meter, ownerPair, sameOwner } from './gate.ts';
import { LOOK_BACK_DAYS } from './paths.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Content types as they are seen: not one of them can be relied on. */
const SLOPPY: Readonly<Record<BodySpec['kind'], string>> = {
  letter: 'application/pdf',
  docx: 'application/octet-stream',
  xml: 'text/plain',
  empty: 'application/pdf',
  bulk: 'application/octet-stream',
  bytes: 'application/octet-stream',
  receiptPdf: 'application/octet-stream',
  receiptXml: 'application/octet-stream',
};
const EXACT: Readonly<Partial<Record<BodySpec['kind'], string>>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xml: 'application/xml',
  receiptXml: 'application/xml',
  receiptPdf: 'application/pdf',
  bulk: 'application/pdf',
  empty: 'text/plain',
};

/** Content. Order of checks: correlation header, token, scope, parameters, quota, document, mandate and window. */
export async function content(world: World, call: Call): Promise<Answer> {
  const grant = enter(world, call);
  if (isAnswer(grant)) return grant;
  const uuid = (call.params.uuid ?? '').toLowerCase();
  if (!UUID.test(uuid)) return badRequest(world, { in: 'path', name: 'uuid', detail: 'must be a UUID' });
  const owner = ownerPair(call.query);
  if (isIssue(owner)) return badRequest(world, owner);
  const over = meter(world, 'content', grant.actor.identifier);
  if (over) return over;
  const document = world.documents.get(uuid);
  if (!document) return problem(world.profile, 'unknownDocument', { detail: 'unknown document' });
  const reason = refusal(world, grant, document, owner);
  if (reason) return problem(world.profile, 'missingPermission', { detail: reason });
  const table = world.profile === 'observed' ? SLOPPY : EXACT;
  const type = table[document.body.kind] ?? SLOPPY[document.body.kind];
  return { status: 200, headers: { 'content-type': type }, body: await world.bodies.of(document) };
}

function refusal(world: World, grant: Grant, document: SimDocument, owner: Owner | undefined): string | undefined {
  const own = sameOwner(grant.actor, document.owner);
  if (!own && !owner) return 'the owner of a document of a mandator must be named';
  if (owner && !sameOwner(owner, document.owner)) return 'the document is not of this owner';
  if (!world.mandates.opens(grant.actor, document.owner, document.family)) return 'no mandate that fits the document';
  if (document.modifiedOn < addDays(world.clock.today(), -LOOK_BACK_DAYS)) return 'the document is older than 60 days';
  if (document.visibleFrom > world.clock.now()) return 'the document is not available yet';
  return undefined;
}
