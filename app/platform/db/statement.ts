/** What SQLite stores without conversion. Booleans travel as 0 and 1, instants as epoch milliseconds, structures as JSON text. */
export type SqlValue = string | number | null | Uint8Array;
/** Parameters of a statement by name; an interface or a type, each field something SQLite stores. */
export type SqlParams<P = Readonly<Record<string, SqlValue>>> = { readonly [K in keyof P]: SqlValue };

/** A named question; `Row` is the shape its columns give. The name is what timings and the log show, the values never are. */
export interface Query<Row, P extends SqlParams<P> = Record<never, never>> {
  readonly name: string;
  readonly sql: string;
  readonly row?: (row: Row) => Row;
  readonly params?: (params: P) => void;
}

/** A named change. Only a {@link Writer} takes it. */
export interface Command<P extends SqlParams<P> = Record<never, never>> {
  readonly name: string;
  readonly sql: string;
  readonly change: true;
  readonly params?: (params: P) => void;
}

/** `query<{ id: string }, { key: string }>('clients.byKey', 'SELECT id FROM client WHERE key = @key')` */
export const query = <Row, P extends SqlParams<P> = Record<never, never>>(name: string, sql: string): Query<Row, P> => ({ name, sql });
export const command = <P extends SqlParams<P> = Record<never, never>>(name: string, sql: string): Command<P> => ({
  name,
  sql,
  change: true,
});

type Rest<P extends SqlParams<P>> = keyof P extends never ? [] : [params: P];

/** Reading only; what most code gets. */
export interface Reader {
  /** The first row, `undefined` when there is none. */
  get<Row, P extends SqlParams<P>>(query: Query<Row, P>, ...params: Rest<P>): Row | undefined;
  all<Row, P extends SqlParams<P>>(query: Query<Row, P>, ...params: Rest<P>): Row[];
}

/** Exists only inside a transaction. */
export interface Writer extends Reader {
  /** @returns the number of rows changed */
  run<P extends SqlParams<P>>(command: Command<P>, ...params: Rest<P>): number;
  /** Runs `work` once before the commit, however often this name is asked for; not at all when the transaction fails. */
  atEnd(name: string, work: () => void): void;
}

export interface Database extends Reader {
  /**
   * Runs `work` in one immediate transaction and answers its result; an exception rolls everything back. Synchronous by design: no other
   * work of the core can come between. Nested calls are refused, pass the writer on instead.
   */
  write<T>(work: (tx: Writer) => T extends PromiseLike<unknown> ? never : T): T;
  /**
   * Writes a whole, compact copy as it is at this instant, under the same key; other processes may go on writing meanwhile.
   * @param file must not exist
   */
  copyTo(file: string): void;
  close(): void;
}

/** One step of a schema, run once, in its own transaction. Names are for ever: the database remembers them. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}
