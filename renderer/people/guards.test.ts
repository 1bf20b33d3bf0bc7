import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { WINDOW_METHODS } from '#shared/contract/index.ts';
import { actionsAbove, leastRoleOf } from '#shared/domain/roles.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** The double; tables of what is kept of answers; and the gate before a profile is open, when there are no users yet. */
const LEFT_OUT = /^(?:dev|data|vault)\b/;
const SOURCES = new Map(
  globSync('**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !LEFT_OUT.test(file) && !/\.test\.tsx?$|\.local\./.test(file))
    .map((file) => [file.replaceAll(path.sep, '/'), readFileSync(path.join(ROOT, file), 'utf8')] as const),
);

/** Hooks and views whose buttons stand in other files: each of these has to say who may. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'features/activity/use-trail.ts': { 'audit.list': ['features/activity/ActivityView.tsx'] },
  'features/clients/ClientsView.tsx': { 'clients.archive': ['features/clients/ClientMenu.tsx'] },
  'features/identity/use-connect.ts': {
    'identity.begin': ['features/identity/ConnectForm.tsx', 'features/identity/Connections.tsx'],
    'identity.renew': ['features/identity/ConsentCard.tsx'],
  },
  'features/vat/board/use-batch.ts': {
    'vat.batch': ['BoardFooter.tsx', 'BatchDialog.tsx', 'BatchStrip.tsx'].map((file) => `features/vat/board/${file}`),
  },
};

/** Nobody presses anything: the first start names the first user, who is a partner. */
const BY_ITSELF = new Set(['shell/use-first-start.ts']);

/** Calls of a file that need more than an assistant, as far as its own words tell what it asks for. */
function barred(text: string): string[] {
  const called = [...text.matchAll(/\b(?:useAct|call)\(\s*'([a-zA-Z.]+)'/g)].map(([, method]) => method!);
  return [...new Set(called)].filter(
    (method) =>
      leastRoleOf(method) !== 'assistant' ||
      actionsAbove(method).some((action) => method !== 'settings.set' || new RegExp(`\\b${action}\\b`).test(text)),
  );
}
const says = (text: string, method: string): boolean => text.includes(`needs="${method}"`) || text.includes(`useMay('${method}'`);

const acts = [...SOURCES]
  .filter(([file]) => !BY_ITSELF.has(file))
  .flatMap(([file, text]) => barred(text).map((method) => ({ file, method, text })));

it('says who may wherever something is done that needs a role', () => {
  const forgotten = acts.flatMap(({ file, method, text }) => {
    const others = ELSEWHERE[file]?.[method];
    if (!others) return says(text, method) ? [] : [`${file}: ${method}`];
    return others.filter((other) => !says(SOURCES.get(other) ?? '', method)).map((other) => `${other}: ${method} of ${file}`);
  });
  expect(forgotten).toEqual([]);
});

it('looks at the calls of today', () => {
  const found = new Set(acts.map(({ method }) => method));
  for (const method of [
    'identity.forget',
    'clients.merge',
    'backup.run',
    'retention.approve',
    'vat.file',
    'vat.batch',
    'settings.set',
    'users.save',
  ])
    expect(found).toContain(method);
  const known = acts.map(({ file, method }) => `${file} ${method}`);
  for (const [file, methods] of Object.entries(ELSEWHERE))
    for (const method of Object.keys(methods)) expect(known).toContain(`${file} ${method}`);
});

it('finds every call above an assistant that the window speaks of', () => {
  const looked = new Set<string>(acts.map(({ method }) => method));
  const spoken = WINDOW_METHODS.filter((method) => leastRoleOf(method) !== 'assistant').filter((method) =>
    [...SOURCES.values()].some((text) => text.includes(`'${method}'`)),
  );
  expect(spoken.filter((method) => !looked.has(method))).toEqual([]);
});
