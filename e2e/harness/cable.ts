import { createServer, type Server, type Socket, connect as tcp } from 'node:net';

/** A line to a server that can be cut and mended, for an application that must see its network go. */
export interface Cable {
  /** `http://127.0.0.1:PORT`, the same after each mending. */
  readonly origin: string;
  /** New connections are refused at once; what is being answered still gets its answer, so that nothing is lost by it. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** An answer may come in pieces; the line is quiet when none came for so long. */
const QUIET_MS = 50;

interface Line {
  readonly near: Socket;
  readonly far: Socket;
  /** Asked and not answered yet. */
  busy: boolean;
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

export async function layCable(to: string): Promise<Cable> {
  const target = Number(new URL(to).port);
  const lines = new Set<Line>();
  let isCut = false;

  const end = (line: Line): void => {
    lines.delete(line);
    line.near.destroy();
    line.far.destroy();
  };
  const server = createServer((near) => {
    const line: Line = { near, far: tcp(target, '127.0.0.1'), busy: false };
    lines.add(line);
    near.on('data', () => {
      line.busy = true;
    });
    line.far.on('data', () => {
      line.busy = false;
      if (isCut) setTimeout(() => !line.busy && end(line), QUIET_MS);
    });
    for (const socket of [near, line.far]) socket.on('error', () => end(line)).on('close', () => end(line));
    near.pipe(line.far);
    line.far.pipe(near);
  });
  const port = await listening(server, 0);
  const closed = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

  return {
    origin: `http://127.0.0.1:${port}`,
    async cut() {
      isCut = true;
      const stopped = closed();
      for (const line of [...lines]) if (!line.busy) end(line);
      await stopped;
    },
    async mend() {
      isCut = false;
      await listening(server, port);
    },
    async close() {
      const stopped = closed();
      for (const line of [...lines]) end(line);
      await stopped;
    },
  };
}
