import fc from 'fast-check';
import { expect } from 'vitest';
import { FIRM } from '#app/identity/test-bench.ts';
import { command, query } from '#app/platform/db/index.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { type FilingEvent, type FilingState, transition } from '#shared/vat/filing-states.ts';
import { evidence } from '../evidence.ts';
import type { Filing } from '../index.ts';
import { createIntClient } from '../int-client.ts';
import { returns } from '../return-repository.ts';
import { sendingOf } from '../sending.ts';
import { advance, at, bench, CLIENT, CONTENT, clientId, consent, control, fetchReceipts, identity, openFiling } from '../test-desk.ts';

/** What SPF does with the next filing; `ok` does nothing of the kind. */
const ANSWERS = ['ok', 'status429', 'expiredToken', 'status500', 'commitThen500', 'commitThenCut', 'reset', 'htmlBody', 'cutBody'] as const;
const STEPS = [
  'save',
  'check',
  'approve',
  'queue',
  'unqueue',
  'file',
  'edit',
  'release',
  'portal',
  'seek',
  'signOff',
  'takeOver',
  'replace',
] as const;

export type Action =
  | { readonly kind: 'step'; readonly step: (typeof STEPS)[number] }
  | { readonly kind: 'answer'; readonly answer: (typeof ANSWERS)[number] }
  | { readonly kind: 'outage' | 'restart' | 'wake' | 'receipts' | 'mandate' | 'elsewhere' | 'otherUser' }
  | { readonly kind: 'clock'; readonly by: string };

const just = <K extends 'outage' | 'restart' | 'wake' | 'receipts' | 'mandate' | 'elsewhere' | 'otherUser'>(kind: K) =>
  fc.constant({ kind });
export const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom(...STEPS, 'file', 'queue', 'approve') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), answer: fc.constantFrom(...ANSWERS) }) },
  { weight: 1, arbitrary: just('outage') },
  { weight: 2, arbitrary: just('restart') },
  { weight: 2, arbitrary: just('wake') },
  { weight: 3, arbitrary: just('receipts') },
  { weight: 1, arbitrary: just('mandate') },
  { weight: 1, arbitrary: just('elsewhere') },
  { weight: 2, arbitrary: just('otherUser') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), by: fc.constantFrom('PT3H', 'P1D', 'P4D') }) },
);

const searched = command<{ at: number }>('test.searched', 'UPDATE client SET last_success = @at');
const dropLeases = command('test.dropLeases', 'DELETE FROM lease');
const auditRows = query<{ kind: string }, { id: string }>(
  'test.audit',
  "SELECT kind FROM audit WHERE subject_id = @id AND kind LIKE 'filing.%' ORDER BY rowid",
);
const PROOF = new Uint8Array(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n'));

interface Logged {
  readonly correlation: string;
  readonly bodySha256: string;
  readonly status: number;
}

/** One return of one period, driven through whatever happens. */
export class Walk {
  readonly #key: string;
  #filing: Filing;
  #round = 0;
  #mandate = true;
  readonly #elsewhere = new Set<string>();

  constructor(key: string) {
    this.#key = key;
    this.#filing = openFiling(bench, identity);
    this.#filing.resume();
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'step':
        await this.#step(action.step).catch((error: { code?: string }) =>
          expect(error.code, String(error)).toMatch(/^(vat|filing|identity)\./),
        );
        break;
      case 'answer':
        await control.get('/faults');
        if (action.answer !== 'ok') await control.fault('int.file', action.answer);
        break;
      case 'outage':
        await control.fault('int.health', 'status503', { count: 2 });
        break;
      case 'restart':
        await this.#filing.close();
        bench.context.db.write((tx) => tx.run(dropLeases));
        this.#filing = openFiling(bench, identity);
        this.#filing.resume();
        break;
      case 'wake':
        bench.context.bus.emit('woken', { cause: 'online' });
        break;
      case 'receipts':
        // A consent ends with its refresh token; a person gives another.
        await identity.tokens.forEnterprise(FIRM as never).catch(consent);
        await fetchReceipts();
        bench.context.db.write((tx) => tx.run(searched, { at: bench.context.now() }));
        break;
      case 'mandate':
        this.#mandate = !this.#mandate;
        await control.post('/mandates', { mandator: CLIENT, mandatary: FIRM, types: this.#mandate ? ['VAT', 'MYMINFIN'] : [] });
        break;
      case 'elsewhere':
        await this.#fileElsewhere();
        break;
      case 'otherUser': {
        const { users } = bench.users.list();
        bench.users.switchTo(users[(users.findIndex(({ id }) => id === bench.users.current().id) + 1) % users.length]!.id);
        break;
      }
      case 'clock':
        await advance(action.by);
        break;
    }
    await this.#filing.queue.settled();
    await this.#filing.settled();
  }

  async close(): Promise<void> {
    await this.#filing.close();
  }

  async #step(step: (typeof STEPS)[number]): Promise<unknown> {
    const { handlers } = this.#filing;
    const view: ReturnView = await handlers['vat.open']({ clientId, periodKey: this.#key });
    const target = at(view);
    switch (step) {
      case 'save':
        this.#round += 1;
        return handlers['vat.save']({ ...target, content: { ...CONTENT, grids: { ...CONTENT.grids, '82': cents(100 * this.#round) } } });
      case 'check':
        return handlers['vat.check'](target);
      case 'approve':
        return handlers['vat.approve'](target);
      case 'queue':
        return handlers['vat.queue'](target);
      case 'unqueue':
        return handlers['vat.unqueue'](target);
      case 'file':
        return handlers['vat.file'](target);
      case 'edit':
        return handlers['vat.edit'](target);
      case 'release':
        return handlers['vat.release'](target);
      case 'portal':
        return handlers['vat.portal']({ ...target, reason: 'essai', fileName: 'p.pdf', bytes: PROOF });
      case 'seek':
        return handlers['vat.seekReceipt']({ id: view.id });
      case 'takeOver':
        return handlers['vat.takeOver'](target);
      case 'replace':
        return handlers['vat.replaceElsewhere'](target);
      case 'signOff':
        return handlers['vat.signOff']({ id: view.id, who: 'x', on: bench.context.today() });
    }
  }

  /** The same period by another hand: SPF then says that it holds one already. */
  async #fileElsewhere(): Promise<void> {
    const { token } = await identity.tokens.forEnterprise(FIRM as never).catch(() => ({ token: 'none' }));
    const [year, month] = this.#key.split('-').map(Number);
    const ret = { ...CONTENT, declarant: { vatNumber: CLIENT, name: 'Exemple SRL' }, period: { year, month }, paymentAttribute: 'NO' };
    const xml = buildConsignment([{ ...ret, grids: withBalance(CONTENT.grids as never) } as never]);
    const correlationId = crypto.randomUUID();
    this.#elsewhere.add(correlationId);
    const int = createIntClient(bench.context.net, bench.context.config.apiBase);
    const { zip } = sendingOf(xml, 'ailleurs.xml');
    await int.file({ declarationType: 'tva', vatNumber: CLIENT, zip, token, correlationId, locale: 'fr' });
  }

  /** What must hold at any time, whatever happened. @returns the states met */
  async expectSound(): Promise<readonly FilingState[]> {
    const { items: posts } = (await control.get('/requests?route=int.file')) as unknown as { items: Logged[] };
    const { items: held } = (await control.get('/filings')) as unknown as {
      items: { reference: string; seeded: boolean; status: string }[];
    };
    const period = `-${CLIENT}-${this.#key.replace('-', '')}`;
    const rows = returns.ofPeriod(bench.context.db, clientId, this.#key);
    for (const row of rows) {
      const events = evidence.of(bench.context.db, row.id);
      this.#expectReplay(
        row.state,
        events.map(({ event }) => event),
      );
      this.#expectSentOnce(events);
      // Each step is in the trail too.
      expect(bench.context.db.all(auditRows, { id: row.id }).map(({ kind }) => kind)).toEqual(events.map(({ event }) => `filing.${event}`));
      // Each POST is one noted sending, and none is noted twice.
      const sends = events.filter(({ event }) => event === 'send').map(({ correlationId }) => correlationId);
      const own = posts.filter(({ correlation }) => sends.includes(correlation));
      expect(new Set(own.map(({ correlation }) => correlation)).size).toBe(own.length);
      // "Took nothing" and "no byte left" are said only where the server agrees.
      const of = (event: string) => events.filter((one) => one.event === event).map(({ correlationId }) => correlationId);
      expect(own.filter(({ correlation }) => of('unreached').includes(correlation))).toEqual([]);
      const notSent = own.filter(({ correlation }) => of('notSent').includes(correlation)).map(({ status }) => status);
      expect(notSent.every((status) => status === 401 || status === 429)).toBe(true);
    }
    // What an earlier walk left in the queue goes during this one.
    const all = returns.all(bench.context.db).flatMap((row) => evidence.of(bench.context.db, row.id));
    const noted = new Set(all.filter(({ event }) => event === 'send').map(({ correlationId }) => correlationId));
    expect(
      posts.map(({ correlation }) => correlation).filter((id) => !noted.has(id) && !this.#elsewhere.has(id)),
      JSON.stringify([posts, all]),
    ).toEqual([]);
    const ours = held.filter(({ reference, seeded }) => !seeded && reference.endsWith(period));
    expect(ours.filter(({ status }) => status !== 'replaced').length).toBeLessThanOrEqual(1);
    // More than one only where a person chose to replace.
    const replacing = rows.flatMap((row) => evidence.of(bench.context.db, row.id)).filter(({ event }) => event === 'replacing');
    expect(ours.length).toBeLessThanOrEqual(1 + replacing.length);
    return rows.map(({ state }) => state);
  }

  /** The evidence, step by step through the table of transitions, leads to the state the row is in. */
  #expectReplay(state: FilingState, events: readonly string[]): void {
    let at_: FilingState = 'draft';
    for (const event of events) {
      if (['made', 'saved', 'altered', 'differs', 'signOff', 'elsewhere', 'replacing'].includes(event)) continue;
      const next = transition(at_, (event === 'maybeFiled' ? 'lose' : event) as FilingEvent);
      expect(next, `${event} in ${at_}: ${events.join(' ')}`).not.toBeNull();
      at_ = next!;
    }
    expect(at_, events.join(' ')).toBe(state);
  }

  /** Between two sendings of a return SPF said that it took nothing, or a person decided anew; none leaves for a period known to be filed. */
  #expectSentOnce(events: readonly { readonly event: string }[]): void {
    let maySend = true;
    let decided = true;
    for (const { event } of events) {
      if (event === 'send') {
        expect(maySend && decided, events.map((one) => one.event).join(' ')).toBe(true);
        maySend = false;
      } else if (event === 'elsewhere' || event === 'replacing') decided = event === 'replacing';
      else if (['approve', 'release', 'notSent', 'unreached'].includes(event)) maySend = true;
    }
  }
}
