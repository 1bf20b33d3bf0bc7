import type { Context } from '#app/core/context.ts';
import { command } from '#app/platform/db/index.ts';
import type { Handlers } from '#shared/contract/index.ts';

const see = command<{ id: string; now: number }>(
  'desk.see',
  'UPDATE document SET seen_at = @now, version = version + 1 WHERE id = @id AND seen_at IS NULL',
);

/** Who opens a document has seen it. What the program reads for itself does not come by here. */
export function seenWhenOpened<H extends Pick<Handlers<'documents.content'>, 'documents.content'>>(
  { db, now, events }: Context,
  handlers: H,
): H {
  return {
    ...handlers,
    'documents.content': async (input: Parameters<H['documents.content']>[0]) => {
      const content = await handlers['documents.content'](input);
      const first = db.write((tx) => tx.run(see, { id: input.id, now: now() })) > 0;
      if (first) for (const topic of ['documents', 'desk', 'status'] as const) events.publish(topic);
      return content;
    },
  };
}
