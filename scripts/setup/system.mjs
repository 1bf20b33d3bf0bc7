import { existsSync } from 'node:fs';
import { run, tail, which } from './command.mjs';
import { SetupError, step } from './say.mjs';

/**
 * What the window and its tests need of a Debian machine. `lib` is a shared library, `program` a command;
 * `packages` are the names it goes by, the newer first; `needed` false means: worth having, not worth stopping for.
 */
const REQUIREMENTS = [
  { lib: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'], needed: true },
  { lib: 'libnss3.so', packages: ['libnss3'], needed: true },
  { lib: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'], needed: true },
  { lib: 'libgbm.so.1', packages: ['libgbm1'], needed: true },
  { lib: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], needed: true },
  { lib: 'libdrm.so.2', packages: ['libdrm2'], needed: true },
  { lib: 'libxkbcommon.so.0', packages: ['libxkbcommon0'], needed: true },
  { lib: 'libXss.so.1', packages: ['libxss1'], needed: true },
  { lib: 'libsecret-1.so.0', packages: ['libsecret-1-0'], needed: true },
  { program: 'Xvfb', packages: ['xvfb'], needed: true },
  { program: 'xauth', packages: ['xauth'], needed: false },
  { program: 'curl', packages: ['curl'], needed: false },
  // A real keychain for the journeys; a desktop has its own.
  { program: 'dbus-run-session', packages: ['dbus'], needed: false },
  { program: 'gnome-keyring-daemon', packages: ['gnome-keyring'], needed: false },
  { program: 'xmllint', packages: ['libxml2-utils'], needed: false },
  { folder: '/usr/share/fonts/truetype', packages: ['fonts-dejavu-core'], needed: false },
];
const COMPILER = { program: 'g++', packages: ['g++'], needed: true };

/** Installs what is missing as root on Debian; elsewhere stops with the command to run. `compiler`: the addon has to be built. */
export async function ensureSystem({ compiler }) {
  if (process.platform !== 'linux') return;
  const wanted = compiler ? [...REQUIREMENTS, COMPILER] : REQUIREMENTS;
  const before = await missing(wanted);
  if (before.length === 0) return;
  if (process.getuid?.() === 0 && which('apt-get')) await step('Installing system packages', () => aptInstall(before));
  const after = await missing(wanted);
  if (after.some(({ needed }) => needed)) throw lacking(after);
}

async function missing(wanted) {
  const { output } = await run('ldconfig', ['-p'], { env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });
  return wanted.filter(({ lib, program, folder }) => {
    if (lib) return !output.includes(`${lib} `);
    return program ? !which(program) : !existsSync(folder);
  });
}

async function aptInstall(requirements) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq', '-o', 'Acquire::Retries=3'], { env });
  const names = await Promise.all(requirements.map(({ packages }) => available(packages)));
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Acquire::Retries=3', ...names], { env });
  if (install.code === 0) return;
  throw new SetupError(`apt-get failed:\n${tail(update.output, 3)}\n${tail(install.output)}`, `run it yourself: ${command(names)}`);
}

/** Newer Debian and Ubuntu renamed some libraries; take the first name the package lists know. */
async function available(packages) {
  for (const name of packages.slice(0, -1)) {
    const { output } = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return packages.at(-1);
}

function command(names) {
  return `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`;
}

function lacking(requirements) {
  const what = requirements.map(({ lib, program, folder }) => lib ?? program ?? folder).join(', ');
  const names = requirements.map(({ packages }) => packages.at(-1));
  return new SetupError(`this machine lacks ${what}`, `${command(names)}\n  (on Debian 13 and Ubuntu 24.04 some names end in t64)`);
}
