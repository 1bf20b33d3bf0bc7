import type { Context } from '#app/core/context.ts';

/** The power goes at this point: nothing the instance does from now on reaches the disk or the network. */
export class Dead extends Error {}

/** A core whose n-th step kills it. Steps are each transaction (before and after its commit), each request, its answer, each piece of it. */
export interface Mortal {
  readonly context: Context;
  /** Name of the step it died at, `null` while it lives. */
  diedAt(): string | null;
}

export function mortal(context: Context, at: number): Mortal {
  let left = at;
  let diedAt: string | null = null;
  const point = (name: string): void => {
    if (diedAt !== null) throw new Dead(name);
    left -= 1;
    if (left > 0) return;
    diedAt = name;
    throw new Dead(name);
  };
  const { db, net } = context;
  return {
    context: {
      ...context,
      db: {
        ...db,
        write: (work) => {
          point('before a transaction');
          // A throw inside it is what a crash before the commit leaves: nothing of it.
          const result = db.write((tx) => {
            const inner = work(tx);
            point('inside a transaction');
            return inner;
          });
          point('after a transaction');
          return result;
        },
      },
      net: {
        send: async (request) => {
          point(`before ${request.operation}`);
          const answer = await net.send(request);
          // The server has done its part; its answer is lost with us.
          point(`after ${request.operation}`);
          async function* body(): AsyncGenerator<Uint8Array> {
            for await (const chunk of answer.body) {
              point(`within the answer to ${request.operation}`);
              yield chunk;
            }
          }
          return { ...answer, body: body() };
        },
      },
    },
    diedAt: () => diedAt,
  };
}
