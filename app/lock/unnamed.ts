import type { Handlers } from '#shared/contract/index.ts';
import type { Notice } from '#shared/contract/sync.ts';

const bare = (notice: Notice): Notice => ({ ...notice, documentId: null, label: null, clientName: null });

/** Notices of the system stand over a locked screen too: then they count, and name no client and no document. */
export function unnamed<T extends Pick<Handlers<'sync.notices'>, 'sync.notices'>>(isLocked: () => boolean, handlers: T): T {
  return {
    ...handlers,
    'sync.notices': async () => {
      const { notices } = await handlers['sync.notices']({});
      return { notices: isLocked() ? notices.map(bare) : notices };
    },
  };
}
