import { get, type ServerResponse } from 'node:http';

/** Those who use a simulator that another process runs: each holds one answer open, so that even a killed guest is known to be gone. */
export class Guests {
  readonly #present = new Set<ServerResponse>();
  #gone: (() => void)[] = [];

  enter(answer: ServerResponse): void {
    this.#present.add(answer);
    answer.once('close', () => {
      this.#present.delete(answer);
      if (this.#present.size > 0) return;
      for (const tell of this.#gone.splice(0)) tell();
    });
    answer.writeHead(200, { 'content-type': 'text/plain' });
    answer.flushHeaders();
  }

  /** Resolves when nobody is left. */
  async left(): Promise<void> {
    if (this.#present.size > 0) await new Promise<void>((resolve) => this.#gone.push(resolve));
  }
}

/** Enters as a guest; the answer leaves again. `null` when nobody is at home any more. */
export function visit(origin: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const call = get(`${origin}/__sim/visit`, { agent: false }, (answer) => {
      answer.on('error', () => undefined);
      answer.resume();
      if (answer.statusCode === 200) resolve(() => call.destroy());
      else resolve(null);
    });
    call.on('error', () => resolve(null));
  });
}
