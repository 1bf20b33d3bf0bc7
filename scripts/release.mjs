// `npm run release -- --key KEY.json --until 2027-01-31 [--rollout 10] FILE…`: signs what the feed offers, into out/guichet-release.json.
// KEY.json is the vendor's private Ed25519 JWK; a FILE is an installer named as electron-builder.yml names it, `Guichet-1.2.0-win-x64.exe`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GUICHET_MIGRATIONS } from '../app/core/migrations.ts';
import { RELEASE_FILE, signRelease } from '../electron/updates/release.ts';
import { root } from './setup/paths.mjs';

/** electron-builder's names of systems and processors, and Node's. */
const SYSTEMS = { win: 'win32', mac: 'darwin', linux: 'linux' };
const PROCESSORS = { x64: 'x64', x86_64: 'x64', amd64: 'x64', arm64: 'arm64' };

function described(file) {
  const name = path.basename(file);
  const [, system, processor] = /-(win|mac|linux)-(\w+)\.\w+$/.exec(name) ?? [];
  const target = `${SYSTEMS[system]}-${PROCESSORS[processor]}`;
  if (target.includes('undefined')) throw new Error(`${name} does not say for which system it is`);
  const bytes = readFileSync(file);
  return [target, { name, size: bytes.length, sha512: createHash('sha512').update(bytes).digest('base64') }];
}

const { values, positionals } = parseArgs({
  options: { key: { type: 'string' }, until: { type: 'string' }, rollout: { type: 'string', default: '100' } },
  allowPositionals: true,
});
if (!values.key || !values.until || positionals.length === 0) {
  console.error('usage: npm run release -- --key KEY.json --until YYYY-MM-DD [--rollout PERCENT] FILE…');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const release = {
  product: 'guichet',
  version,
  released: new Date().toISOString(),
  until: new Date(`${values.until}T23:59:59Z`).toISOString(),
  rollout: Number(values.rollout),
  schema: GUICHET_MIGRATIONS.map(({ name }) => name),
  files: Object.fromEntries(positionals.map(described)),
};
const out = path.join(root, 'out', RELEASE_FILE);
mkdirSync(path.dirname(out), { recursive: true });
writeFileSync(out, await signRelease(release, JSON.parse(readFileSync(values.key, 'utf8'))));
console.log(`${path.relative(root, out)}: ${version} for ${Object.keys(release.files).join(', ')}, ${release.rollout} % of installations`);
