import type { Handlers, ShellMethod } from '#shared/contract/index.ts';
import type { Restorer } from './restorer.ts';

type RestoreMethod = Extract<ShellMethod, `restore.${string}`>;

/** @param restorer loaded with the first question: hardly anybody restores */
export const restoreHandlers = (restorer: () => Promise<Restorer>): Pick<Handlers<RestoreMethod>, RestoreMethod> => ({
  'restore.status': async (input) => (await restorer()).handlers['restore.status'](input),
  'restore.choose': async (input) => (await restorer()).handlers['restore.choose'](input),
  'restore.run': async (input) => (await restorer()).handlers['restore.run'](input),
});
