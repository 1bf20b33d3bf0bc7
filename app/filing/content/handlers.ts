import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import type { Preparation } from '../preparation.ts';
import type { ReturnRow } from '../return-repository.ts';
import { createAnnexes } from './annexes.ts';
import { carry } from './carry.ts';
import { compare } from './compare.ts';
import { createCorrections } from './corrections.ts';
import { openNil } from './nil.ts';
import { phraseHandlers } from './phrases.ts';
import { createReplacing } from './replace.ts';

export type ContentMethod =
  | ('vat.compare' | 'vat.nil' | 'vat.carry' | 'vat.addAnnex' | 'vat.removeAnnex' | 'vat.phrases' | 'vat.savePhrase' | 'vat.deletePhrase')
  | ('vat.replace' | 'vat.corrections' | 'vat.addCorrection' | 'vat.dropCorrection' | 'vat.applyCorrections');

export interface ContentParts {
  readonly context: Context;
  readonly desk: Desk;
  readonly preparation: Preparation;
  readonly dependencies: FilingDependencies;
  readonly view: (row: ReturnRow) => ReturnView;
}

/** What helps a person to fill a return in, and to correct one. */
export function contentHandlers({ context, desk, preparation, dependencies, view }: ContentParts): Handlers<ContentMethod> {
  const { db } = context;
  const annexes = createAnnexes(context, desk);
  const corrections = createCorrections(context, desk);
  const replacing = createReplacing(context, desk, dependencies);
  return {
    'vat.compare': ({ id }) => compare(db, desk.find(id).row),
    'vat.nil': ({ clientId, periodKey }) => view(openNil(db, preparation, clientId, periodKey)),
    'vat.carry': ({ id, version }) => view(carry(db, desk, preparation, id, version)),
    'vat.addAnnex': ({ id, version, ...file }) => view(annexes.add(id, version, file)),
    'vat.removeAnnex': ({ id, version, annexId }) => view(annexes.remove(id, version, annexId)),
    ...phraseHandlers(context),
    'vat.replace': async ({ id }) => view(await replacing.replace(id)),
    'vat.corrections': ({ clientId }) => corrections.list(clientId),
    'vat.addCorrection': (correction) => corrections.add(correction),
    'vat.dropCorrection': ({ id }) => corrections.drop(id),
    'vat.applyCorrections': ({ id, version, ids }) => view(corrections.apply(id, version, ids)),
  };
}
