// `npm run licences`: what is shipped and under which licence, and the notices that go along, in out/THIRD-PARTY-NOTICES.txt.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLock } from '../package/closure.mjs';
import { root } from '../setup/paths.mjs';
import { noticesOf, shippedPackages } from './notices.mjs';
import { licenceOf, unaccepted } from './policy.mjs';

const packages = readLock();
const shipped = shippedPackages(packages);
const counts = Map.groupBy(shipped, licenceOf);
for (const [licence, list] of [...counts].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${String(list.length).padStart(4)}  ${licence}${list.length <= 8 ? `: ${list.map(({ name }) => name).join(', ')}` : ''}`);
}
const file = path.join(root, 'out/THIRD-PARTY-NOTICES.txt');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, noticesOf(packages, root));
console.log(`${shipped.length} packages; notices in ${path.relative(root, file)}`);
for (const { name, version, licence } of unaccepted(shipped)) {
  console.log(`not accepted: ${name} ${version}: ${licence}`);
  process.exitCode = 1;
}
