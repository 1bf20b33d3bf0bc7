import type { Reader } from '#app/platform/db/index.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { evidence } from '../evidence.ts';
import type { ReturnRow } from '../return-repository.ts';

/** Nobody said anything of its amounts by them. */
const BY_ITSELF: ReadonlySet<string> = new Set(['made', 'elsewhere']);

/** A draft that was opened, and in which nothing was saved or imported since: its amounts are missing, and nobody has said that there are none. */
export const isUntouched = (db: Reader, { id, version, content }: ReturnRow): boolean =>
  version === 1 && isNil(content.grids as GridAmounts) && evidence.of(db, id).every(({ event }) => BY_ITSELF.has(event));
