import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import type { Leases } from '#app/identity/lease.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import { annexes } from './content/annex-store.ts';
import type { FilingDependencies } from './dependencies.ts';
import type { Case, Desk } from './desk.ts';
import { assertNotFiledElsewhere } from './elsewhere/filed-elsewhere.ts';
import type { Lookout } from './elsewhere/lookout.ts';
import { declarationTypeOn, FILING_TIMEOUT_MS, sizeLimitOn } from './filing-facts.ts';
import type { FilingAnswer, IntClient } from './int-client.ts';
import { createOutcomeKeeper } from './keep-outcome.ts';
import type { Preparation } from './preparation.ts';
import { refuseAltered } from './queue/altered.ts';
import { recordOutcome, type Sent } from './record-outcome.ts';
import { changes, type ReturnRow, returns } from './return-repository.ts';
import { fileNameOf, type Sending, sendingOf, sha256Hex } from './sending.ts';

/** The lease of one sending: as long as a process holds it, another one leaves the return alone at its start-up. */
export const sendingLease = (returnId: string): string => `file:${returnId}`;

export interface SendingOrder {
  /** Who wants it sent; the current user when left out. */
  readonly userId?: string | null;
  /** Called with the token at hand and before anything is written down; what it throws keeps the return where it is. */
  readonly ready?: () => Promise<void>;
}

export interface Submission {
  /**
   * Sends the approved bytes once and answers the row with the state it ended in.
   * @throws GuichetError before anything was sent: `vat.*`, `identity.*`, `net.offline`; the return stays approved
   */
  file(id: string, version: number, order?: SendingOrder): Promise<ReturnRow>;
  /** @throws GuichetError `vat.bytesAltered` (noted as evidence), `filing.too_large` */
  assertIntact(found: Case): void;
  /** Waits for what is on its way. */
  settled(): Promise<void>;
  /** Gives up writing down outcomes the database refused. */
  stop(): void;
}

export interface SubmissionParts {
  readonly context: Context;
  readonly desk: Desk;
  readonly preparation: Preparation;
  readonly int: IntClient;
  readonly leases: Leases;
  readonly dependencies: FilingDependencies;
  readonly lookout: Pick<Lookout, 'look'>;
}

/** The client's own consent first; else that of the firm, which holds the client's VAT mandate. */
async function tokenFor(tokens: AccessTokens, client: EnterpriseNumber): Promise<string> {
  const consents = await tokens.active();
  const consent = consents.find(({ enterprise }) => enterprise === client) ?? consents.find(({ kind }) => kind === 'firm');
  if (!consent) throw new GuichetError('identity.not_connected', { action: 'connect' });
  return (await tokens.forEnterprise(consent.enterprise)).token;
}

export function createSubmission({ context, desk, preparation, int, leases, dependencies, lookout }: SubmissionParts): Submission {
  const { db } = context;
  const { tokens } = dependencies;
  const underWay = new Set<Promise<unknown>>();
  const keeper = createOutcomeKeeper<Sent>(context, (sent) => {
    recordOutcome(context, desk, dependencies, sent);
    desk.announce(desk.find(sent.returnId).row.clientId);
  });

  const load = (found: Case): Sending => {
    const xml = returns.xml(db, found.row.id);
    if (!xml) throw new GuichetError('vat.not_now', { params: { state: found.row.state, event: 'send' } });
    const sending = sendingOf(xml, fileNameOf(found.client.enterpriseNumber, found.row.periodKey), annexes.files(db, found.row.id));
    if (sha256Hex(xml) !== found.row.sha256 || sending.zipSha256 !== found.row.zipSha256) refuseAltered(db, desk, found.row, xml);
    const limit = sizeLimitOn(context.today());
    if (sending.zip.byteLength > limit) throw new GuichetError('filing.too_large', { action: 'editReturn' });
    return sending;
  };

  /** Everything up to the POST; the evidence is on the disk before the first byte leaves. */
  const commitSending = ({ row }: Case, correlationId: string, userId: string): void =>
    db.write((tx) => {
      desk.changed(changes.send(tx, { ...desk.guard(row), userId }));
      desk.note(tx, row, { event: 'send', correlationId, sha256: row.sha256, userId });
    });

  const post = async (found: Case, token: string, userId: string): Promise<ReturnRow> => {
    const { row, client } = found;
    const correlationId = uuidv4(context.ports.random.bytes(16));
    // Nothing is awaited between this look at the bytes and their way out.
    const sending = load(found);
    assertNotFiledElsewhere(db, row);
    commitSending(found, correlationId, userId);
    desk.announce(row.clientId);
    const answer: FilingAnswer = await int.file({
      declarationType: declarationTypeOn(context.today()),
      vatNumber: client.enterpriseNumber,
      zip: sending.zip,
      token,
      correlationId,
      locale: context.settings.get().locale,
    });
    if (answer.status === 401) tokens.invalidate(token);
    keeper.keep({ returnId: row.id, correlationId, answer });
    return desk.find(row.id).row;
  };

  const file = async (id: string, version: number, { userId, ready }: SendingOrder = {}): Promise<ReturnRow> => {
    const who = userId ?? context.users.current().id;
    const found = desk.findAt(id, version);
    desk.next(found.row, 'send');
    preparation.assertFileable(found);
    load(found);
    assertNotFiledElsewhere(db, found.row);
    const token = await tokenFor(tokens, found.client.enterpriseNumber as EnterpriseNumber);
    await ready?.();
    // Whatever the archive got until now; a document it cannot open keeps nobody from filing.
    await lookout.look(found.row.clientId);
    const lease = sendingLease(id);
    if (!leases.take(lease, 2 * FILING_TIMEOUT_MS)) throw new GuichetError('vat.conflict', { action: 'retry', retryable: true });
    try {
      return await post(found, token, who);
    } finally {
      leases.release(lease);
    }
  };

  return {
    assertIntact: (found) => {
      load(found);
    },
    file(id, version, order) {
      const work = file(id, version, order);
      const settled = work.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return work;
    },
    settled: async () => {
      await Promise.all(underWay);
    },
    stop: keeper.stop,
  };
}
