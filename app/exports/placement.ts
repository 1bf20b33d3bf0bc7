import { distinct, placeOf } from '#app/mirror/placing.ts';
import { toPlaceable } from '#app/mirror/stored-placeable.ts';
import { parseTemplate } from '#app/mirror/template.ts';
import { MIRROR_DEFAULT } from '#shared/contract/mirror.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { ExportRow } from './rows.ts';

/** Leaves room for the folder a zip is unpacked to. */
const ROOM = 160;

/** Gives files their places in one zip, no two of which any system takes for the same. @param own for documents without a client */
export function createPlacement(own: Locale): (row: ExportRow) => string {
  const template = parseTemplate(MIRROR_DEFAULT);
  const ordinals = new Map<string, number>();
  const keys = new Set<string>();
  const taken = { lastOrdinal: (stemKey: string) => ordinals.get(stemKey) ?? 0, isTaken: (key: string) => keys.has(key) };
  return (row) => {
    const { path, key, stemKey, ordinal } = distinct(placeOf(template, toPlaceable(row, own), ROOM), taken);
    ordinals.set(stemKey, ordinal);
    keys.add(key);
    return path;
  };
}
