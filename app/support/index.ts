import type { Context } from '#app/core/context.ts';
import { createZip } from '#app/exports/zip.ts';
import type { Handlers, Output } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { collect } from './collect.ts';

type Preview = Output<'support.preview'>;

/** The support bundle: shown first, then saved as it was shown. */
export function createSupport(context: Context): { readonly handlers: Handlers<'support.preview' | 'support.bundle'> } {
  const { db, audit, users, now, id } = context;
  let last: Preview | null = null;
  return {
    handlers: {
      'support.preview': async () => {
        const files = [...(await collect(context))];
        last = { id: id(), at: new Date(now()).toISOString(), files };
        return last;
      },
      'support.bundle': async (asked) => {
        if (last?.id !== asked.id) throw new GuichetError('support.gone', { retryable: true });
        const day = last.at.slice(0, 10);
        const bytes = await zipped(last, day);
        db.write((tx) => audit.append(tx, { kind: 'support.saved', userId: users.current().id, shown: true }));
        return { fileName: `guichet-support-${day}.zip`, bytes };
      },
    },
  };
}

async function zipped({ files }: Preview, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const zip = createZip({ write: async (more) => void chunks.push(...more) });
  for (const { name, text } of files) await zip.store(name, new TextEncoder().encode(text), day);
  await zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
