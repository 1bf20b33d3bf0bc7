import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import type { UpdateSource } from '#shared/contract/updates.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Ask } from '../workers/ask.ts';
import type { Standing } from './updater.ts';

/**
 * What the core says of the profile. A core that found a database newer than itself says nothing and files nothing, and a newer program is
 * all that mends it: then the steps are its own and those it did not know, and the feed is the vendor's.
 * @param source where the vendor offers new versions, read without the core
 * @throws GuichetError `updates.closed` when the profile does not open for another reason, whose code is `code`; `core.stopped`
 */
export async function standingOf(ask: Ask, source: () => Promise<UpdateSource | null>): Promise<Standing> {
  try {
    return await ask('updates.standing', {});
  } catch (error) {
    if (!(error instanceof GuichetError) || error.code === 'core.stopped') throw error;
    if (error.code !== 'db.newer') throw new GuichetError('updates.closed', { params: { code: error.code }, cause: error });
    const unknown = String(error.params.steps).split(' ');
    return { source: await source(), filings: 0, schema: [...GUICHET_MIGRATIONS.map(({ name }) => name), ...unknown] };
  }
}
