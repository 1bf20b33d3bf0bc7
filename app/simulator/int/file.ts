import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { isAnswer, requireScope } from '../auth/access.ts';
import type { Grant } from '../auth/tokens.ts';
import { type Answer, type Call, header, json } from '../exchange.ts';
import type { FaultKind } from '../faults.ts';
import { problem } from '../problems.ts';
import { receiptDocuments } from '../seed/receipts.ts';
import type { World } from '../world.ts';
import { type Archive, readArchive } from './archive.ts';
import { type Consignment, type Declaration, readConsignment } from './declaration.ts';
import type { Filing } from './filing.ts';
import { violations } from './hard-rules.ts';
import { MAX_BYTES, OLD_PERIODIC, PERIODIC } from './paths.ts';
import { implausible } from './plausibility.ts';
import { ruleRefusal, unusable } from './refusal.ts';
import { structureError } from './structure.ts';
import { parseTree } from './tree.ts';

/** A rule that came after whoever sends was made; see the fault of its name. */
const NEW_RULE = 'W_TVA_GRID_82_INCORRECT_VALUE';

/**
 * Filing a return. Order of checks: token and scope, media type 415, declaration type 404, number 400, size 413, archive 400, VAT mandate 403,
 * XML and its number 400, hard rules 400, plausibility rules without justification 400; then it is accepted. Never idempotent: the same
 * bytes sent again are another filing.
 */
export async function file(world: World, call: Call, fault?: FaultKind): Promise<Answer> {
  const grant = requireScope(world, call, 'vat-manage-api');
  if (isAnswer(grant)) return grant;
  if (header(call, 'content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/zip')
    return problem(world.profile, 'unsupportedMediaType');
  const { declarationType = '', ownerIdentifier = '' } = call.params;
  if (!typeServed(declarationType, world.clock.today()))
    return problem(world.profile, 'resourceNotFound', { detail: `declaration type ${declarationType}` });
  if (!isEnterpriseNumber(ownerIdentifier)) return unusable(world, 'the owner identifier must be a VAT number of ten digits');
  if (call.body.length > MAX_BYTES) return problem(world.profile, 'payloadTooLarge');
  const archive = readArchive(call.body);
  if (typeof archive === 'string') return unusable(world, archive);
  if (!world.mandates.allows(grant.actor, { type: 'CBE', identifier: ownerIdentifier }, ['VAT'])) {
    return problem(world.profile, 'missingPermission', { detail: 'no VAT mandate from this enterprise' });
  }
  return judge(world, call, grant, ownerIdentifier, archive, fault === 'newRule' ? [NEW_RULE] : []);
}

const typeServed = (type: string, today: string): boolean =>
  type === PERIODIC || (type === OLD_PERIODIC.name && today <= OLD_PERIODIC.until);

async function judge(world: World, call: Call, grant: Grant, owner: string, archive: Archive, more: readonly string[]): Promise<Answer> {
  const root = await parseTree(archive.xml);
  if (!root) return unusable(world, 'the XML is not well-formed or carries a DOCTYPE');
  const misfit = structureError(root);
  if (misfit) return unusable(world, misfit);
  const consignment = readConsignment(root);
  const [declaration, ...others] = consignment.declarations;
  if (!declaration || others.length > 0) return unusable(world, 'the XML must hold exactly one declaration');
  if (declaration.vatNumber !== owner) return unusable(world, 'the VAT number of the XML is not the one of the address');
  const broken = hardRules(world, consignment, declaration, archive);
  if (broken.length > 0)
    return ruleRefusal(
      world,
      owner,
      declaration.sequence,
      broken.map((id) => ({ id, type: 'ERROR' })),
    );
  const open = [...implausible(declaration.amounts), ...more].filter((id) => !isJustified(declaration, id));
  if (open.length > 0)
    return ruleRefusal(
      world,
      owner,
      declaration.sequence,
      open.map((id) => ({ id, type: 'WARNING' })),
    );
  return accept(world, call, grant, declaration);
}

function hardRules(world: World, consignment: Consignment, declaration: Declaration, archive: Archive): string[] {
  return violations(declaration, {
    today: world.clock.today(),
    regime: [...world.clients, ...world.firms].find((party) => party.enterpriseNumber === declaration.vatNumber)?.regime,
    accepted: world.filings.accepted(declaration.vatNumber, declaration.period),
    annexes: archive.annexes,
    announced: consignment.announced,
    representative: consignment.representative,
  });
}

const isJustified = (declaration: Declaration, id: string): boolean =>
  declaration.justifications.some(({ code, comment }) => code === id && comment !== '');

function accept(world: World, call: Call, grant: Grant, declaration: Declaration): Answer {
  const { vatNumber, name, period, amounts, clientListingNihil, restitution, replaces } = declaration;
  const filing: Filing = {
    reference: `${declaration.sequence}-${vatNumber}-${period}`,
    consignment: randomBytes(8).toString('hex').toUpperCase(),
    vatNumber,
    name,
    period,
    amounts,
    clientListingNihil,
    restitution,
    ...(replaces ? { replaces } : {}),
    receivedAt: world.clock.now(),
    filedBy: grant.actor.identifier,
    pdfReference: randomUUID(),
    xmlReference: randomUUID(),
    bodySha256: createHash('sha256').update(call.body).digest('hex'),
    seeded: false,
    status: 'accepted',
  };
  world.filings.add(filing);
  for (const document of receiptDocuments(filing)) world.documents.put(document);
  world.touch();
  return json(200, { pdfReference: filing.pdfReference, xmlReference: filing.xmlReference });
}

/** Health of the filing API; needs no token. */
export const health = (): Answer => json(200, { status: 'UP' });
