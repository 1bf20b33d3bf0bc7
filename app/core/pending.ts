import type { CoreMethod, Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const PENDING = [
  'vat.compare',
  'vat.nil',
  'vat.carry',
  'vat.addAnnex',
  'vat.removeAnnex',
  'vat.phrases',
  'vat.savePhrase',
  'vat.deletePhrase',
  'vat.queue',
  'vat.unqueue',
  'vat.portal',
  'vat.replace',
  'vat.corrections',
  'vat.addCorrection',
  'vat.dropCorrection',
  'vat.applyCorrections',
  'vat.seekReceipt',
  'vat.batch',
  'vat.batchStatus',
  'vat.cancelBatch',
  'vat.signOff',
  'vatTable.read',
  'vatTable.preview',
  'vatTable.apply',
  'vat.paper',
  'vat.letters',
  'vat.saveLetter',
  'calendar.ics',
] as const satisfies readonly CoreMethod[];

const refuse = (): never => {
  throw new GuichetError('internal');
};

/** Methods whose topic is being built; each leaves this list with its handler. */
export const pendingHandlers = Object.fromEntries(PENDING.map((method) => [method, refuse])) as unknown as Handlers<
  (typeof PENDING)[number]
>;
