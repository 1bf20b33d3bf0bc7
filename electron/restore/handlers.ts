import type { Handlers } from '#shared/contract/index.ts';
import type { Restorer } from './restorer.ts';

type RestoreMethod = keyof Restorer['handlers'];

/** @param restorer loaded with the first question: nothing of it is needed while the window opens */
export const restoreHandlers = (restorer: () => Promise<Restorer>): Handlers<RestoreMethod> => ({
  'restore.status': async (input) => (await restorer()).handlers['restore.status'](input),
  'restore.choose': async (input) => (await restorer()).handlers['restore.choose'](input),
  'restore.run': async (input) => (await restorer()).handlers['restore.run'](input),
});
