import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { Judgement } from '#app/vat/judge.ts';
import type { ReadDeclaration } from '#app/vat/xml/read-consignment.ts';
import type { Output } from '#shared/contract/index.ts';
import { type EnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { periodKey } from '#shared/domain/period.ts';
import { regimeOf } from '#shared/vat/calendar/deadlines.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';
import type { Declarant, VatReturn } from '#shared/vat/types.ts';
import { clientDirectory, type FilingClient } from './client-directory.ts';
import { missingAnnexes } from './content/imported-annexes.ts';
import { toContent } from './content.ts';
import type { FilingDependencies } from './dependencies.ts';
import type { Desk } from './desk.ts';
import { judge } from './judging.ts';
import { createPutDraft, openDraft } from './open-draft.ts';
import { type ReadItem, readImport } from './read-import.ts';
import type { ReturnRow } from './return-repository.ts';

type Imported = Output<'vat.import'>['declarations'][number];

export interface Importing {
  /**
   * Reads Intervat XML, or drafts as JSON, into drafts. Each declaration stands or falls alone, in a transaction of its own.
   * @throws GuichetError `vat.xml.*`, `vat.draft.*` when the file as a whole cannot be read; nothing is kept then
   */
  read(bytes: Uint8Array): Promise<Imported[]>;
  /** Puts one return into the draft of its client and period. @throws GuichetError when it cannot be one */
  take(ret: VatReturn): ReturnRow;
}

const declarantFields = ({ name, street, postCode, city, countryCode, emailAddress, phone }: Declarant) => ({
  street: street ?? '',
  postCode: postCode ?? '',
  city: city ?? '',
  countryCode: countryCode ?? 'BE',
  email: emailAddress ?? '',
  phone: phone ?? '',
  name: name?.trim() ?? '',
});

/** Whose return of which period it is. */
const subjectOf = ({ declaration: { vatNumber, periodKey: key } }: ReadItem): string => `${vatNumber} ${key}`;

/** A file that says two things of one period does not say which one holds. */
function repeated(items: readonly ReadItem[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const subject of items.filter(({ error }) => error === null).map(subjectOf)) (seen.has(subject) ? twice : seen).add(subject);
  return twice;
}

export function createImporting(context: Context, desk: Desk, dependencies: FilingDependencies): Importing {
  const { db } = context;
  const putDraft = createPutDraft(context, desk);

  const clientOf = (tx: Writer, ret: VatReturn, number: EnterpriseNumber): FilingClient => {
    const known = clientDirectory.byNumber(tx, number);
    if (known) return known;
    const fields = declarantFields(ret.declarant);
    const id = dependencies.createClient(tx, {
      ...fields,
      name: fields.name || number,
      enterpriseNumber: number,
      regime: regimeOf(ret.period),
    });
    const made = clientDirectory.byId(tx, id);
    if (!made) throw new GuichetError('vat.unknown_client');
    return made;
  };

  const store = (tx: Writer, ret: VatReturn, key: string, number: EnterpriseNumber): string => {
    const client = clientOf(tx, ret, number);
    return putDraft(tx, client, key, openDraft(tx, client, key, ret.replaces !== undefined), toContent(ret));
  };

  const take = (ret: VatReturn, key: string): ReturnRow => {
    const { vatNumber } = ret.declarant;
    if (!isEnterpriseNumber(vatNumber)) throw new GuichetError('identity.bad_ecb', { params: { text: vatNumber.slice(0, 20) } });
    const id = db.write((tx) => store(tx, ret, key, vatNumber));
    return desk.find(id).row;
  };

  /** What is wrong with a declaration as it stands in the file. A draft computes its balance, so a contradicting one would vanish unseen. */
  const problemsOf = ({ declaration: { ret }, problems }: ReadItem): readonly Judgement[] => [
    ...problems,
    ...(ret ? evaluate(ret, { today: context.today() }).filter(({ id }) => id.startsWith('B_BALANCE')) : []),
  ];

  /** The problems as one error that names the first place and how many there are. */
  const problemError = ({ problems, line }: ReadDeclaration, count: number): ErrorShape =>
    toErrorShape(new GuichetError('vat.import.problems', { action: 'chooseFile', params: { count, line: problems[0]?.line ?? line } }));

  const twiceError = ({ vatNumber, periodKey: period }: ReadDeclaration): ErrorShape =>
    toErrorShape(new GuichetError('vat.import.twice', { action: 'chooseFile', params: { number: vatNumber, period } }));

  const failed = (declaration: ReadDeclaration, error: ErrorShape, problems: readonly Judgement[] = []): Imported => ({
    sequence: declaration.sequence,
    enterpriseNumber: declaration.vatNumber,
    periodKey: declaration.periodKey,
    clientName: declaration.ret?.declarant.name ?? null,
    returnId: null,
    error: { ...error, params: { ...error.params } },
    // Grids that no return has (91) cannot be shown on the form; the message names them.
    findings: problems.map(({ id, severity, justified, message }) => ({ id, severity, justified, message, grids: [] })),
  });

  const one = (item: ReadItem, isTwice: boolean): Imported => {
    const { declaration, error } = item;
    if (error) return failed(declaration, error);
    if (isTwice) return failed(declaration, twiceError(declaration));
    const problems = problemsOf(item);
    if (declaration.ret === null || problems.length > 0) return failed(declaration, problemError(declaration, problems.length), problems);
    try {
      const row = take(declaration.ret, declaration.periodKey);
      const { client } = desk.find(row.id);
      const findings = judge(db, row, client, { today: context.today(), adviceOff: new Set(context.settings.get().adviceOff) });
      return {
        sequence: declaration.sequence,
        enterpriseNumber: declaration.vatNumber,
        periodKey: row.periodKey,
        clientName: client.name,
        returnId: row.id,
        error: null,
        findings: [...missingAnnexes(db, declaration.ret, row.id), ...findings].map((finding) => ({
          ...finding,
          grids: [...finding.grids],
        })),
      };
    } catch (cause) {
      return failed(declaration, toErrorShape(cause));
    }
  };

  return {
    async read(bytes) {
      const items = await readImport(bytes, context.today());
      const twice = repeated(items);
      const imported = items.map((item) => one(item, twice.has(subjectOf(item))));
      for (const { returnId } of imported) if (returnId !== null) desk.announce(desk.find(returnId).row.clientId);
      if (imported.some(({ returnId }) => returnId !== null)) context.events.publish('clients');
      return imported;
    },
    take(ret) {
      // Whoever takes a return to send it at once has no chance to attach them.
      if (ret.attachments && ret.attachments.length > 0) throw new GuichetError('vat.import.attachments', { action: 'openPortal' });
      const row = take(ret, periodKey(ret.period));
      desk.announce(row.clientId);
      return row;
    },
  };
}
