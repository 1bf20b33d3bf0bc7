import type { Output } from '#shared/contract/index.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import type { Office } from './office.ts';
import { eventually } from './wait.ts';

export type View = Output<'vat.get'>;

/** The month that ended before the day of the journeys. */
export const PERIOD = '2026-10';
/** Sales and purchases that no rule objects to: 315,00 to pay. */
export const PAYABLE: GridAmounts = { '03': 250_000, '54': 52_500, '82': 100_000, '59': 21_000 } as GridAmounts;

export interface FiledWithSpf {
  readonly enterpriseNumber: string;
  /** `2026-10` */
  readonly period: string;
  readonly reference: string;
  readonly status: 'accepted' | 'replaced';
  readonly replaces?: string;
  readonly seeded: boolean;
  readonly amounts: Readonly<Record<string, number>>;
}

/** Takes returns along without the screens, for journeys whose subject is another step. */
export class Returns {
  readonly #office: Office;

  constructor(office: Office) {
    this.#office = office;
  }

  get = (id: string): Promise<View> => this.#office.guichet.call('vat.get', { id });

  /** A draft of the client for the month, with these amounts. */
  async draft(enterpriseNumber: string, grids: GridAmounts = PAYABLE, periodKey = PERIOD): Promise<View> {
    const { call } = this.#office.guichet;
    const { clients } = await call('clients.list', {});
    const client = clients.find((one) => one.enterpriseNumber === enterpriseNumber);
    if (!client) throw new Error(`no client ${enterpriseNumber}`);
    const { id, version, content } = await call('vat.open', { clientId: client.id, periodKey });
    return call('vat.save', { id, version, content: { ...content, grids } });
  }

  async ready(enterpriseNumber: string, grids?: GridAmounts): Promise<View> {
    const { id, version } = await this.draft(enterpriseNumber, grids);
    return this.#office.guichet.call('vat.check', { id, version });
  }

  async approved(enterpriseNumber: string, grids?: GridAmounts): Promise<View> {
    const { id, version } = await this.ready(enterpriseNumber, grids);
    return this.#office.guichet.call('vat.approve', { id, version });
  }

  /** Sent, whatever came of it. */
  async sent(enterpriseNumber: string, grids?: GridAmounts): Promise<View> {
    const { id, version } = await this.approved(enterpriseNumber, grids);
    return this.#office.guichet.call('vat.file', { id, version });
  }

  /** Opens the return on the screen. */
  async show(id: string, step = ''): Promise<void> {
    const { page } = this.#office;
    await page.goto(`app://guichet/#/vat/return/${id}${step && `/${step}`}`);
    await page.getByTestId('view-return').waitFor();
  }

  /** Waits for a state. @returns the return in it */
  reaches(id: string, state: FilingState, seconds = 40): Promise<View> {
    return eventually(async () => {
      const view = await this.get(id);
      return view.state === state ? view : undefined;
    }, seconds);
  }

  /** Checks, approves and files what is on the screen, from its checks on. */
  async fileOnScreen(): Promise<void> {
    const { page } = this.#office;
    for (const button of ['btn-check', 'btn-approve', 'btn-approve-confirm', 'btn-file', 'btn-file-confirm']) {
      await page.getByTestId(button).click();
    }
  }

  /** Filings SPF holds for a declarant beyond those of the past. */
  async atSpf(enterpriseNumber: string): Promise<readonly FiledWithSpf[]> {
    const { items } = await this.#office.control<{ items: readonly FiledWithSpf[] }>('filings');
    return items.filter((one) => one.enterpriseNumber === enterpriseNumber && !one.seeded);
  }

  /** POSTs that reached SPF for a declarant, refused and cut ones included. */
  async posts(enterpriseNumber: string): Promise<readonly { readonly bodySha256: string; readonly status: number }[]> {
    const { items } = await this.#office.control<{
      items: readonly { readonly path: string; readonly bodySha256: string; readonly status: number }[];
    }>('requests?route=int.file');
    return items.filter(({ path }) => path.includes(`/${enterpriseNumber}`));
  }

  /** The sandbox's next day; what is due then is fetched. */
  async nextDay(): Promise<void> {
    await this.#office.page.getByTestId('sandbox-next-day').click();
    await this.fetched();
  }

  /** Has the client's documents fetched. */
  async fetched(): Promise<void> {
    const { call } = this.#office.guichet;
    if ((await call('sync.status', {})).state === 'idle') await call('sync.start', {});
    await this.#office.synced();
  }
}
