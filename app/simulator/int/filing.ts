/** A return the simulator holds: seeded history or accepted through the API. Amounts are integer cents. */
export interface Filing {
  /** `n-VATNUMBER-YYYYPP`, PP 01..12 a month, 31..34 a quarter. */
  readonly reference: string;
  readonly consignment: string;
  readonly vatNumber: string;
  readonly name: string;
  /** `YYYYPP`. */
  readonly period: string;
  readonly amounts: Readonly<Record<string, number>>;
  readonly clientListingNihil: boolean;
  readonly restitution: boolean;
  readonly replaces?: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** Enterprise of the token that filed it. */
  readonly filedBy: string;
  readonly pdfReference: string;
  readonly xmlReference: string;
  readonly bodySha256: string;
  readonly seeded: boolean;
  status: 'accepted' | 'replaced';
}

/** All filings, the newest last. */
export class FilingBook {
  #filings: Filing[] = [];
  readonly #accepted = new Map<string, Filing>();

  load(filings: readonly Filing[]): void {
    this.#filings = [];
    this.#accepted.clear();
    for (const filing of filings) this.add({ ...filing });
  }

  list(): readonly Filing[] {
    return this.#filings;
  }

  /** The return that counts for a declarant and a period (`YYYYPP`). */
  accepted(vatNumber: string, period: string): Filing | undefined {
    return this.#accepted.get(`${vatNumber}/${period}`);
  }

  /** An earlier filing of the same period becomes replaced. */
  add(filing: Filing): void {
    const key = `${filing.vatNumber}/${filing.period}`;
    if (filing.status === 'accepted') {
      const earlier = this.#accepted.get(key);
      if (earlier) earlier.status = 'replaced';
      this.#accepted.set(key, filing);
    }
    this.#filings.push(filing);
  }
}

/** `2026-06` or `2026-Q2` of `YYYYPP`. */
export function periodKeyOf(period: string): string {
  const part = Number(period.slice(4));
  return part > 30 ? `${period.slice(0, 4)}-Q${part - 30}` : `${period.slice(0, 4)}-${period.slice(4)}`;
}

/** Grids in the order of their numbers; an object would put `54` before `01`. */
export const sortedAmounts = (filing: Pick<Filing, 'amounts'>): [string, number][] =>
  Object.entries(filing.amounts).sort(([a], [b]) => a.localeCompare(b));
