import type { Handlers, ShellMethod } from '#shared/contract/index.ts';
import type { Updater } from './updater.ts';

type UpdateMethod = Extract<ShellMethod, `updates.${string}`>;

/** @param updater loaded with the first question: nothing of it is needed while the window opens */
export const updateHandlers = (updater: () => Promise<Updater>): Pick<Handlers<UpdateMethod>, UpdateMethod> => ({
  'updates.status': async () => (await updater()).status(),
  'updates.check': async () => (await updater()).check(),
  'updates.download': async () => (await updater()).download(),
  'updates.install': async () => {
    await (await updater()).install();
    return {};
  },
});
