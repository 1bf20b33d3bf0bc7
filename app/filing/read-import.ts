import { type Draft, isJson, readDraftValue, readJson } from '#app/vat/draft.ts';
import type { Judgement } from '#app/vat/judge.ts';
import type { ReadDeclaration } from '#app/vat/xml/read-consignment.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';

/** A declaration as its file has it. `error`: it could not be read at all. */
export interface ReadItem {
  readonly declaration: ReadDeclaration;
  readonly problems: readonly Judgement[];
  readonly error: ErrorShape | null;
}

/** As many as a consignment holds. */
const MOST_DRAFTS = 999;
const REGIME = 'E_TVA_DECLARANT_REGIME_NOT_ALLOWED';

/** A draft is written as XML first, so that it is looked at as closely as any other file. */
async function ofDraft({ ret, regime }: Draft, sequence: number, today: LocalDate): Promise<ReadItem> {
  const [{ buildConsignment }, { readConsignment }] = await Promise.all([
    import('#app/vat/xml/build-consignment.ts'),
    import('#app/vat/xml/read-consignment.ts'),
  ]);
  const [read] = readConsignment(new Uint8Array(buildConsignment([ret]))).declarations;
  const said = regime ? evaluate(ret, { today, regime }).filter(({ id }) => id === REGIME) : [];
  return { declaration: { ...read!, sequence }, problems: [...read!.problems, ...said], error: null };
}

const unread = (sequence: number, error: unknown): ReadItem => ({
  declaration: { sequence, line: 1, vatNumber: '', periodKey: '', ret: null, problems: [] },
  problems: [],
  error: toErrorShape(error),
});

/** One draft, or several in a list: then each stands or falls alone. */
async function ofJson(bytes: Uint8Array, today: LocalDate): Promise<ReadItem[]> {
  const value = readJson(bytes);
  if (!Array.isArray(value)) return [await ofDraft(readDraftValue(value), 1, today)];
  if (value.length === 0 || value.length > MOST_DRAFTS)
    throw new GuichetError('vat.draft.field', { action: 'chooseFile', params: { path: '$', expected: `1–${MOST_DRAFTS}` } });
  const items: ReadItem[] = [];
  for (const [index, draft] of value.entries()) {
    try {
      items.push(await ofDraft(readDraftValue(draft), index + 1, today));
    } catch (error) {
      items.push(unread(index + 1, error));
    }
  }
  return items;
}

/**
 * The declarations of a file: Intervat XML, or drafts as JSON.
 * @throws GuichetError `vat.xml.*`, `vat.draft.*` when the file as a whole cannot be read
 */
export async function readImport(bytes: Uint8Array, today: LocalDate): Promise<ReadItem[]> {
  if (isJson(bytes)) return ofJson(bytes, today);
  // The XML reader is only loaded by who reads XML.
  const { readConsignment } = await import('#app/vat/xml/read-consignment.ts');
  return readConsignment(bytes).declarations.map((declaration) => ({ declaration, problems: declaration.problems, error: null }));
}
