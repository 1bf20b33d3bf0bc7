// `npm run sbom`: what is shipped as a bill of materials in CycloneDX, out/guichet.cdx.json. Made from the lock file, without the network.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, tail } from '../setup/command.mjs';
import { root } from '../setup/paths.mjs';

const { code, output } = await npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev', '--loglevel=error'], {
  cwd: root,
});
const from = output.indexOf('{');
if (code !== 0 || from < 0) {
  console.error(tail(output));
  process.exit(1);
}
const bill = JSON.parse(output.slice(from, output.lastIndexOf('}') + 1));
const file = path.join(root, 'out/guichet.cdx.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.bomFormat} ${bill.specVersion}: ${bill.components.length} components in ${path.relative(root, file)}`);
