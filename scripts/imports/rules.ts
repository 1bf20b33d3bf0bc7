/** One import as the rules see it: paths relative to the repository, or the name of a package (`node:fs`, `react`). */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface Rule {
  readonly name: string;
  /** Why, shown with a violation. */
  readonly reason: string;
  readonly forbids: (edge: Import) => boolean;
}

const ROOMS = ['shared', 'app', 'electron', 'renderer', 'e2e', 'scripts'];
/** Tests, and what only tests are built on: `testing.ts`, `test-bench.ts` and their like; a tool's configuration is not product either. */
const isTest = (path: string) => /\.(test|spec|config)\.tsx?$|\/(testing|test-[\w-]+)\.tsx?$/.test(path);
/** A topic's verb of the command line, kept beside the topic. */
const isVerb = (path: string) => /^app\/(?:[^/]+\/){1,2}cli\.ts$/.test(path);
const within = (path: string, ...folders: readonly string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isRoom = (path: string) => within(path, ...ROOMS);
const isNode = (path: string) => path.startsWith('node:');
const isPackage = (path: string, ...names: readonly string[]) => names.some((name) => path === name || path.startsWith(`${name}/`));

/** `renderer → shared ← app ← electron`, and `e2e → shared, app/simulator`. A test may use what stands beside it in another room. */
const room = (name: string, ...allowed: readonly string[]): Rule => ({
  name: `room ${name}`,
  reason: `${name} imports from ${[name, ...allowed].join(', ')} only`,
  forbids: ({ from, to }) => within(from, name) && isRoom(to) && !within(to, name, ...allowed),
});

/** A package that one place keeps to itself. */
const only = (place: string, ...packages: readonly string[]): Rule => ({
  name: `${packages.join(', ')} only in ${place}`,
  reason: `one place to change and to guard: ${place}`,
  forbids: ({ from, to }) => isPackage(to, ...packages) && !within(from, place, 'scripts', 'e2e') && !isTest(from),
});

const FEATURE = /^renderer\/features\/([^/]+)\//;
const CORE_FEATURES = [
  'clients',
  'documents',
  'vat',
  'sync',
  'filing',
  'papers',
  'identity',
  'audit',
  'backup',
  'overview',
  'settings',
  'users',
].map((name) => `app/${name}`);

export const RULES: readonly Rule[] = [
  room('shared'),
  room('app', 'shared'),
  room('renderer', 'shared'),
  room('electron', 'shared', 'app'),
  room('e2e', 'shared', 'app/simulator'),
  {
    name: 'shared is pure',
    reason: 'shared runs in the window and in the core: no Node in it',
    forbids: ({ from, to }) => within(from, 'shared') && isNode(to) && !isTest(from),
  },
  {
    name: 'window without Node',
    reason: 'the window reaches files and sockets through the contract only',
    forbids: ({ from, to }) => within(from, 'renderer') && isNode(to) && !isTest(from),
  },
  {
    name: 'features of the window stand alone',
    reason: 'what two features share belongs to renderer/ui, renderer/data or shared',
    forbids: ({ from, to }) => {
      const feature = FEATURE.exec(from)?.[1];
      const other = FEATURE.exec(to)?.[1];
      return feature !== undefined && other !== undefined && feature !== other;
    },
  },
  {
    name: 'platform below features',
    reason: 'app/platform serves the features and knows none of them',
    forbids: ({ from, to }) => within(from, 'app/platform') && !isTest(from) && within(to, ...CORE_FEATURES, 'app/cli', 'app/simulator'),
  },
  {
    name: 'wiring above features',
    reason: 'features know ports and platform, not the wiring, the command line or the simulator',
    forbids: ({ from, to }) =>
      within(from, ...CORE_FEATURES) &&
      !isTest(from) &&
      !isVerb(from) &&
      (within(to, 'app/cli', 'app/simulator') || to === 'app/core/app.ts'),
  },
  {
    name: 'simulator met over HTTP',
    reason: 'only the command line, its worker and tests start the simulator; nothing else may know that it exists',
    forbids: ({ from, to }) =>
      within(from, 'app', 'electron') &&
      within(to, 'app/simulator') &&
      !within(from, 'app/simulator', 'app/cli') &&
      from !== 'electron/workers/simulator-worker.ts' &&
      !isTest(from),
  },
  {
    name: 'simulator stands alone',
    reason: 'the simulator is the other side: it shares no code with the client that it is there to test, but starts the vendor beside it',
    forbids: ({ from, to }) =>
      within(from, 'app/simulator') && !isTest(from) && within(to, 'app') && !within(to, 'app/simulator', 'app/relay', 'app/vendor'),
  },
  {
    name: 'relay met over HTTP',
    reason: 'the relay runs at the vendor; the client shares the vendor file with it and nothing else',
    forbids: ({ from, to }) =>
      within(from, 'app', 'electron') && !within(from, 'app/relay', 'app/simulator') && within(to, 'app/relay') && !isTest(from),
  },
  {
    name: 'tests stay outside the product',
    reason: 'what only tests are built on does not ship',
    forbids: ({ from, to }) => within(from, 'shared', 'app', 'electron', 'renderer') && isTest(to) && !isTest(from),
  },
  only('electron', 'electron'),
  only('app/platform/db', 'better-sqlite3'),
  only('renderer', 'react', 'react-dom', '@mantine/core', 'zustand', '@tanstack/react-query'),
];
