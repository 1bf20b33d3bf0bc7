import { extensionOf } from '#app/documents/sniff.ts';
import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { MirrorField } from '#shared/contract/mirror.ts';
import type { Locale, Localized } from '#shared/domain/locale.ts';
import { nameKey, safeName } from '#shared/domain/safe-name.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Template } from './template.ts';

/** What a folder rule may say of a document. `enterprise` is empty when the document belongs to no client. */
export interface Placeable {
  readonly uuid: string;
  readonly client: string;
  readonly folderCode: string;
  readonly enterprise: string;
  /** The client's language. */
  readonly language: Locale;
  readonly label: Localized;
  readonly group: DocumentGroup;
  /** `2026-11-20` */
  readonly modifiedOn: string;
  readonly mimeType: string | null;
}

/** A file's place: names that are each legal, without what tells two files of one name apart. */
export interface Place {
  readonly folders: readonly string[];
  readonly stem: string;
  readonly extension: string;
}

/** What remains for ` (2)` and ` (v2)` behind a name. */
const SIGNS = 20;
/** No name is cut below this. */
const SHORTEST = 6;

const noClient = (locale: Locale): string => messages['mirror.noClient'][locale];

/** Group and type are in the client's language, so that a folder given to the client can be read by it. */
const VALUES: Readonly<Record<MirrorField, (document: Placeable) => string>> = {
  client: ({ client, enterprise, language }) => client || enterprise || noClient(language),
  clientCode: ({ folderCode, enterprise, language }) => folderCode || enterprise || noClient(language),
  enterprise: ({ enterprise, language }) => enterprise || noClient(language),
  year: ({ modifiedOn }) => modifiedOn.slice(0, 4),
  month: ({ modifiedOn }) => modifiedOn.slice(5, 7),
  group: ({ group, language }) => messages[`documentsView.group.${group}`][language],
  type: ({ label, language }) => label[language],
  date: ({ modifiedOn }) => modifiedOn,
  uuid8: ({ uuid }) => uuid.slice(0, 8),
};

/**
 * Where a document stands under a rule. Whatever its label or its client is called, each part is one legal name, so the place never leaves
 * the folder it is under.
 * @param room UTF-16 units the relative path may take
 */
export function placeOf(template: Template, document: Placeable, room: number): Place {
  const texts = template.map((pieces) => pieces.map((piece) => ('text' in piece ? piece.text : VALUES[piece.field](document))).join(''));
  const extension = document.mimeType ? extensionOf(document.mimeType) : 'bin';
  return fitted(
    texts.slice(0, -1).map((text) => safeName(text)),
    texts.at(-1)!,
    extension,
    room - SIGNS,
  );
}

/** The name gives way first, as it is the longest and its beginning tells most; the folders share what is left when that is not enough. */
function fitted(folders: readonly string[], name: string, extension: string, room: number): Place {
  const above = folders.reduce((sum, folder) => sum + folder.length + 1, 0);
  const left = room - above - extension.length - 1;
  const least = SHORTEST * 4;
  if (left >= least || folders.length === 0) return { folders, stem: safeName(name, { units: Math.max(left, SHORTEST) }), extension };
  const share = Math.max(SHORTEST, Math.floor((room - least - extension.length - 1) / folders.length) - 1);
  const shorter = folders.map((folder) => safeName(folder, { units: share }));
  const rest = room - shorter.reduce((sum, folder) => sum + folder.length + 1, 0) - extension.length - 1;
  return { folders: shorter, stem: safeName(name, { units: Math.max(SHORTEST, rest) }), extension };
}

/** What is taken already among the files of one folder, names compared by their keys. */
export interface TakenNames {
  /** The highest sign given under this name, 0 when none was. */
  lastOrdinal(stemKey: string): number;
  isTaken(key: string): boolean;
}

export interface Distinct {
  readonly path: string;
  readonly key: string;
  readonly stemKey: string;
  readonly ordinal: number;
}

/** A path of its own: what a file system might take for the same as another is told apart by ` (2)`. */
export function distinct(place: Place, taken: TakenNames): Distinct {
  const stemKey = nameKey(pathOf(place, 1));
  for (let ordinal = taken.lastOrdinal(stemKey) + 1; ; ordinal += 1) {
    const path = pathOf(place, ordinal);
    const key = nameKey(path);
    if (!taken.isTaken(key)) return { path, key, stemKey, ordinal };
  }
}

/** `a/b/name (2).pdf`; the first has no sign. */
export const pathOf = ({ folders, stem, extension }: Place, ordinal: number): string =>
  [...folders, `${stem}${ordinal > 1 ? ` (${ordinal})` : ''}.${extension}`].join('/');
