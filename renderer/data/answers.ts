import type { QueryClient } from '@tanstack/react-query';
import type { Input, Output, WindowMethod } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';

/** Query keys are the method and its input; the topics' table works on the first part. */
export const keyOf = <M extends WindowMethod>(method: M, input: Input<M>): readonly [M, Input<M>] => [method, input];

type Key = readonly [WindowMethod, unknown];
interface Kept<M extends WindowMethod> {
  /** The query that would be answered the same. */
  readonly as: (answer: Output<M>) => Key;
  /** Queries that no longer hold; what is on the screen of them follows with the event. */
  readonly drops?: (answer: Output<M>) => Key;
}

const asReturn = { as: ({ id }: ReturnView) => keyOf('vat.get', { id }), drops: ({ id }: ReturnView) => keyOf('vat.xml', { id }) };
const asPhrases = { as: () => keyOf('vat.phrases', {}) };
const asBatch = { as: () => keyOf('vat.batchStatus', {}) };
const asUsers = { as: () => keyOf('users.list', {}) };
const asArchive = { as: () => keyOf('archive.status', {}) };
const asMirror = { as: () => keyOf('mirror.status', {}) };
const asLock = { as: () => keyOf('lock.status', {}) };
const asVault = { as: () => keyOf('vault.status', {}) };
const asRestore = { as: () => keyOf('restore.status', {}) };
const asSync = { as: () => keyOf('sync.status', {}) };

/** Actions that answer what a query shows. */
const KEPT: { readonly [M in WindowMethod]?: Kept<M> } = {
  'settings.set': { as: () => keyOf('settings.get', {}) },
  'sandbox.advance': { as: () => keyOf('app.status', {}) },
  'users.save': asUsers,
  'users.switch': asUsers,
  'users.setPin': asUsers,
  'users.forgotPin': asUsers,
  'lock.lock': asLock,
  'lock.unlock': asLock,
  'vault.unlock': asVault,
  'vault.create': asVault,
  'vault.recover': asVault,
  'vault.protect': asVault,
  'vault.retry': asVault,
  'restore.choose': asRestore,
  'restore.run': asRestore,
  'archive.verify': asArchive,
  'audit.verify': { as: () => keyOf('audit.status', {}) },
  'archive.cancelVerify': asArchive,
  'archive.reindex': asArchive,
  'mirror.set': asMirror,
  'mirror.repair': asMirror,
  'labels.assign': { as: () => keyOf('labels.unknown', {}) },
  'sync.acknowledgeGap': { as: () => keyOf('sync.gaps', {}) },
  'sync.start': asSync,
  'sync.cancel': asSync,
  'vat.open': asReturn,
  'vat.save': asReturn,
  'vat.check': asReturn,
  'vat.approve': asReturn,
  'vat.edit': asReturn,
  'vat.file': asReturn,
  'vat.release': asReturn,
  'vat.nil': asReturn,
  'vat.carry': asReturn,
  'vat.addAnnex': asReturn,
  'vat.removeAnnex': asReturn,
  'vat.queue': asReturn,
  'vat.unqueue': asReturn,
  'vat.again': asReturn,
  'vat.discard': asReturn,
  'vat.restore': asReturn,
  'vat.portal': asReturn,
  'vat.replace': asReturn,
  'vat.applyCorrections': asReturn,
  'vat.seekReceipt': asReturn,
  'vat.signOff': asReturn,
  'vat.cancelBatch': asBatch,
  'vat.savePhrase': asPhrases,
  'vat.deletePhrase': asPhrases,
  'vat.saveLetter': { as: () => keyOf('vat.letters', {}) },
};

/** Shows the answer of an action at once instead of the state before it. Awaits reads under way, whose older answer would come after. */
export async function keepAnswer<M extends WindowMethod>(queries: QueryClient, method: M, answer: Output<M>): Promise<void> {
  const kept = KEPT[method];
  if (!kept) return;
  const queryKey = kept.as(answer);
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
  if (kept.drops) queries.removeQueries({ queryKey: kept.drops(answer), exact: true, type: 'inactive' });
}
