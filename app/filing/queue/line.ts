import type { Context } from '#app/core/context.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import type { IntClient } from '../int-client.ts';

/** Intervat said that it is there this lately: no need to ask again for each of two hundred returns. */
const PROBE_VALID_MS = 60_000;

/** Whether Intervat can be reached, found out without sending anything that counts. */
export interface Line {
  /** @throws GuichetError `net.*`, `filing.unavailable` */
  open(): Promise<void>;
  /** What was known of it is no longer worth anything. */
  doubt(): void;
}

export function createLine({ ports, now }: Pick<Context, 'ports' | 'now'>, int: Pick<IntClient, 'health'>): Line {
  let openedAt: number | null = null;
  let probing: Promise<void> | null = null;

  const probe = async (): Promise<void> => {
    await int.health(uuidv4(ports.random.bytes(16)));
    openedAt = now();
  };

  return {
    open: async () => {
      if (openedAt !== null && Math.abs(now() - openedAt) < PROBE_VALID_MS) return;
      probing ??= probe().finally(() => {
        probing = null;
      });
      await probing;
    },
    doubt: () => {
      openedAt = null;
    },
  };
}
