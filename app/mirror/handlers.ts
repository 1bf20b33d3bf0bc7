import type { Context } from '#app/core/context.ts';
import type { Handlers, Output } from '#shared/contract/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import type { Mirror } from './mirror.ts';
import { type Issue, mirrorFiles } from './mirror-files.ts';
import { pathOf, placeOf } from './placing.ts';
import { roomUnder } from './root.ts';
import { parseTemplate } from './template.ts';

const SAMPLES = 8;
/** More than anybody goes through one by one; the counts tell all. */
const MOST_ISSUES = 500;

type Methods = 'mirror.status' | 'mirror.set' | 'mirror.preview' | 'mirror.issues' | 'mirror.repair' | 'mirror.setFolder';

export function mirrorHandlers({ db, settings }: Context, mirror: Mirror): Handlers<Methods> {
  const preview = (text: string): Output<'mirror.preview'> => {
    try {
      const template = parseTemplate(text);
      const { locale } = settings.get();
      const room = roomUnder(mirror.status().folder ?? '');
      const samples = mirrorFiles
        .newest(db, SAMPLES, locale)
        .map((document) => ({ label: document.label[locale], path: pathOf(placeOf(template, document, room), 1) }));
      return { problem: null, samples };
    } catch (error) {
      const { code, params } = toErrorShape(error);
      return { problem: { code, params: { ...params } }, samples: [] };
    }
  };
  return {
    'mirror.status': () => mirror.status(),
    'mirror.set': (change) => mirror.set(change),
    'mirror.preview': ({ template }) => preview(template),
    'mirror.issues': () => ({
      issues: mirrorFiles.issues(db, MOST_ISSUES).map((issue: Issue) => ({
        documentId: issue.documentId,
        label: issue[settings.get().locale],
        path: issue.path,
        problem: issue.problem ?? 'mirror.fileMissing',
      })),
    }),
    'mirror.repair': () => mirror.repair(),
    'mirror.setFolder': ({ path }) => mirror.setFolder(path),
  };
}
