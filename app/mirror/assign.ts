import type { Writer } from '#app/platform/db/index.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { mirrorFiles, type Waiting } from './mirror-files.ts';
import { distinct, type Place, placeOf } from './placing.ts';
import type { Template } from './template.ts';

export interface Rule {
  readonly template: Template;
  readonly room: number;
  /** For documents without a client. */
  readonly language: Locale;
}

/** `a/b/name.pdf` taken apart again. */
function placeAt(path: string): Place {
  const parts = path.split('/');
  const name = parts.pop()!;
  const dot = name.lastIndexOf('.');
  return { folders: parts, stem: name.slice(0, dot), extension: name.slice(dot + 1) };
}

/**
 * Gives a content its place for ever: by the rule of today, or beside the first version of its document. Two documents whose names a file
 * system might take for the same are told apart by ` (2)`.
 */
export function assignPath(tx: Writer, content: Waiting, rule: Rule): string {
  const versions = mirrorFiles.versions(tx, content.seq);
  const version = (versions.at(-1)?.version ?? 0) + 1;
  const asked = { ...mirrorFiles.placeable(tx, content.seq, rule.language), mimeType: content.mimeType };
  const byRule = placeOf(rule.template, asked, rule.room);
  const first = versions[0] ? placeAt(versions[0].path) : null;
  const place = first ? { ...first, stem: `${first.stem} (v${version})`, extension: byRule.extension } : byRule;
  const found = distinct(place, {
    lastOrdinal: (stemKey) => mirrorFiles.lastOrdinal(tx, stemKey),
    isTaken: (key) => mirrorFiles.isTaken(tx, key),
  });
  mirrorFiles.assign(tx, { seq: content.seq, sha256: content.sha256, version, ...found });
  return found.path;
}
