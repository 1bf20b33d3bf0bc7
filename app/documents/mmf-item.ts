import type { RawLabel } from '#app/classifier/label.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';

export interface Owner {
  readonly type: 'CBE' | 'SSIN';
  /** Ten digits for CBE, the leading zero restored; eleven for SSIN. */
  readonly identifier: string;
}

export interface Metadatum {
  readonly name: string;
  readonly values: readonly string[];
}

/** One document of a search, read tolerantly: unknown fields are ignored, missing ones are empty. */
export interface MmfItem {
  readonly uuid: string;
  readonly label: RawLabel;
  readonly owners: readonly Owner[];
  readonly metadata: readonly Metadatum[];
  readonly modifiedOn: LocalDate;
}

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null => {
  const trimmed = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return trimmed === '' ? null : trimmed;
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function labelOf(value: unknown): RawLabel {
  const { fr, nl, de, en } = record(value);
  return { fr: text(fr), nl: text(nl), de: text(de), en: text(en) };
}

function ownerOf(value: unknown): Owner | null {
  const { type, identifier } = record(value);
  const digits = text(identifier)?.replace(/\D/g, '');
  if (!digits) return null;
  // SPF drops leading zeros of both kinds of number.
  if (type === 'CBE') return { type, identifier: digits.padStart(10, '0') };
  if (type === 'SSIN') return { type, identifier: digits.padStart(11, '0') };
  return null;
}

function metadatumOf(value: unknown): Metadatum | null {
  const { name, values } = record(value);
  const label = labelOf(name);
  const title = label.fr ?? label.nl ?? label.de ?? label.en ?? text(name);
  const kept = list(values).flatMap((each) => text(each) ?? []);
  return title && kept.length > 0 ? { name: title, values: kept } : null;
}

/** `null` when it has no usable identifier or date: such an item cannot be fetched, only counted. */
export function parseItem(value: unknown): MmfItem | null {
  const item = record(value);
  const uuid = text(item.uuid);
  const day = text(item.modifiedOn)?.slice(0, 10) ?? '';
  if (!uuid || !UUID.test(uuid) || !isLocalDate(day)) return null;
  return {
    uuid: uuid.toLowerCase(),
    label: labelOf(record(item.docType).name),
    owners: list(item.relatedTo).flatMap((each) => ownerOf(each) ?? []),
    metadata: list(item.metadata).flatMap((each) => metadatumOf(each) ?? []),
    modifiedOn: day,
  };
}

export interface MmfListing {
  readonly items: readonly MmfItem[];
  /** Items without identifier or date. */
  readonly unreadable: number;
  /** Instant of SPF's last nightly refresh, ISO 8601; `null` when not told. */
  readonly lastSyncDate: string | null;
}

/** Reads `{items, total, lastSyncDate}`, the bare array of older deployments, and nothing at all. `null` for any other shape. */
export function parseListing(body: unknown): MmfListing | null {
  if (body === null) return { items: [], unreadable: 0, lastSyncDate: null };
  const raw = Array.isArray(body) ? body : record(body).items;
  if (!Array.isArray(raw)) return null;
  const items = raw.flatMap((each) => parseItem(each) ?? []);
  return { items, unreadable: raw.length - items.length, lastSyncDate: Array.isArray(body) ? null : text(record(body).lastSyncDate) };
}
