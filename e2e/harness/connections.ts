import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Connection {
  /** `main`, `thread`: Node's own words; `proxy`: a request of Chromium's; `system`: a socket the kernel lists for one of the processes. */
  readonly by: 'main' | 'thread' | 'proxy' | 'system';
  readonly kind: string;
  readonly host: string;
  readonly port: number;
}

/** Records every connection of the application, of all its processes. */
export interface Recorder {
  /** Switches and environment to start the application with. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Begins to look at the sockets of a process and its children. */
  watch(pid: number): void;
  stop(): Promise<readonly Connection[]>;
}

const HOOK = path.join(import.meta.dirname, 'record-connections.cjs');
const LOOK_MS = 200;
const LISTENS = '0A';

/** @param file where Node's threads write what they ask for */
export async function recordConnections(file: string): Promise<Recorder> {
  const seen: Connection[] = [];
  // Everything that Chromium would ask of the network, this machine included, it asks of this proxy, which answers nothing.
  const proxy = createServer((request, response) => {
    seen.push({ by: 'proxy', kind: request.method ?? '', host: request.url ?? '', port: 0 });
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    seen.push({ by: 'proxy', kind: 'CONNECT', host: request.url ?? '', port: 0 });
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  let timer: NodeJS.Timeout | undefined;
  return {
    args: [`--proxy-server=http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, '--proxy-bypass-list=<-loopback>', '-r', HOOK],
    env: { GUICHET_CONNECTIONS: file },
    watch: (pid) => {
      if (process.platform === 'linux') timer = setInterval(() => seen.push(...socketsOf(pid)), LOOK_MS);
    },
    stop: async () => {
      clearInterval(timer);
      await new Promise((resolve) => proxy.close(resolve));
      const noted = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
      return unique([...noted.map((line) => JSON.parse(line) as Connection), ...seen]);
    },
  };
}

const unique = (all: readonly Connection[]): readonly Connection[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

/** A process that ends while it is looked at has no sockets. */
function orElse<T>(otherwise: T, look: () => T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

function family(pid: number): readonly number[] {
  const children = orElse('', () => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(family)];
}

/** Sockets with a far end that is not this machine, in the kernel's own tables. */
function socketsOf(pid: number): readonly Connection[] {
  const remote = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    orElse('', () => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8'))
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , far, state]) => far !== undefined && state !== LISTENS && !isHere(far))
      .map((words) => ({ kind, far: words[2]!, inode: words[9]! })),
  );
  if (remote.length === 0) return [];
  const owned = new Set(
    family(pid).flatMap((each) =>
      orElse<string[]>([], () => readdirSync(`/proc/${each}/fd`)).map((fd) => orElse('', () => readlinkSync(`/proc/${each}/fd/${fd}`))),
    ),
  );
  return remote
    .filter(({ inode }) => owned.has(`socket:[${inode}]`))
    .map(({ kind, far }) => ({ by: 'system', kind, host: far.split(':')[0]!, port: Number.parseInt(far.split(':')[1]!, 16) }));
}

/** Loopback, or no far end at all, as the kernel writes it: `0100007F:1F90`. */
function isHere(address: string): boolean {
  const host = address.split(':')[0]!;
  return /^(0+|[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/.test(host);
}
