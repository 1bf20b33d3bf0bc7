import type { LogFields } from './log-fields.ts';

/**
 * Everything the core cannot decide by itself enters here: time, chance, secrets, files, network, words to the log. With other ports the
 * same core runs under a simulated world.
 */
export interface Ports {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly vault: Vault;
  readonly files: Files;
  readonly net: Net;
  readonly log: Log;
  /** Name of the person's account on this machine; left out, the first user of a profile has none. */
  readonly account?: (() => string | null) | undefined;
  /** What is known of the machine; left out where it does not matter. */
  readonly machine?: (() => MachineFacts) | undefined;
  /** Starts a thread beside the core's own; left out, the core does the same in its own steps. */
  readonly startThread?: ((name: ThreadName) => Thread) | undefined;
}

/** `storage` seals and writes archived files; `reading` takes text out of documents from outside, which may be hostile. */
export const THREADS = ['storage', 'reading'] as const;
export type ThreadName = (typeof THREADS)[number];

/** A thread beside the core's own, spoken to in messages. */
export interface Thread {
  /** @param transfer buffers that move instead of being copied */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** @param ended told once, when it will say no more, by whatever cause */
  listen(heard: (message: unknown) => void, ended: () => void): void;
  end(): Promise<void>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds of a clock nobody can set, the same for all processes until the machine starts anew; left out where there is none. */
  elapsed?(): number;
}

export interface Timers {
  /** Calls back once after `ms`; the answer cancels. */
  after(ms: number, callback: () => void): () => void;
}

export interface Random {
  bytes(length: number): Uint8Array;
}

export interface Vault {
  /** 32 bytes that open the profile: database and archive keys are derived from it. Made at the first call. */
  profileKey(): Promise<Uint8Array>;
}

/** A file being written. Nothing is visible under the final name before `commit`. */
export interface FileWriter {
  /** Appends the chunks in their order. */
  write(chunks: readonly Uint8Array[]): Promise<void>;
  /** Flushes to the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a name on the disk stands for. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Epoch milliseconds of the last change of its content. */
  readonly changedAt: number;
}

/** Failures keep the operating system's `code`, such as `ENOSPC`. */
export interface Files {
  ensureDir(path: string): Promise<void>;
  /** One folder in one that is there; content when it is there already. Never makes those above it. */
  makeDir(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** `null` when nothing has this name. */
  stat(path: string): Promise<FileFacts | null>;
  read(path: string): Promise<Uint8Array>;
  /** A part of a file, less than asked for where it ends. */
  readAt(path: string, at: number, length: number): Promise<Uint8Array>;
  /** @param access `own`: nobody but this user may read it (the default); `usual`: as the user's other files */
  create(path: string, access?: 'own' | 'usual'): Promise<FileWriter>;
  /** Gives a finished file its name unless something has it. @throws `EEXIST`; both stay as they were then */
  place(from: string, to: string): Promise<void>;
  /** Takes the place of an existing file in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** A folder with all that is in it; nothing when it is not there. */
  removeFolder(path: string): Promise<void>;
  /** Overwrites a part of a file with zeros and flushes it; what lies beyond its end stays away. */
  erase(path: string, at: number, length: number): Promise<void>;
  list(path: string): Promise<readonly string[]>;
  /** Flushes a directory's entries, so that a rename survives a power cut. */
  syncDir(path: string): Promise<void>;
}

export interface NetRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** The whole exchange must end within this time. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface NetResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it arrives; throws `net.cut` when the connection breaks. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Net {
  /**
   * One request, never retried, redirects never followed. Only origins of the profile's environment are reachable.
   * @throws GuichetError `net.offline` before anything was sent, `net.lost` when it may have been sent, `net.forbidden` for another origin
   */
  send(request: NetRequest): Promise<NetResponse>;
}

/** The machine as a support request tells of it: nothing that names it or its user. */
export interface MachineFacts {
  /** By component: `node`, `electron`, `chrome`. */
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  /** Of the system: `10.0.22631`. */
  readonly release: string;
  readonly arch: string;
  readonly processors: number;
  readonly memoryMegabytes: number;
  readonly usedMegabytes: number;
  /** How long the process has run. */
  readonly uptimeSeconds: number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  /** @param fields only those named in `log-fields.ts`: codes, counts, durations, correlation ids; never client data, tokens or keys */
  write(level: LogLevel, event: string, fields?: LogFields): void;
}
