// Stands in for Electron's own default app, which the registry runtime lacks: opens the application whose
// folder or file is named on the command line. It has to be an ES module: Electron waits for the top-level
// await below before it fires `ready`, so the application can still register its scheme as privileged.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const load = createRequire(import.meta.url);

function readArguments(argv) {
  const preloads = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at];
    if (word === '-r' || word === '--require') {
      at += 1;
      preloads.push(argv[at]);
    } else if (word === '-v' || word === '--version') {
      return { version: true, preloads };
    } else if (!word.startsWith('-')) {
      return { preloads, target: path.resolve(word), at };
    }
  }
  return { preloads };
}

function entryOf(target) {
  const manifestFile = path.join(target, 'package.json');
  if (!existsSync(manifestFile)) return target;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setAppPath(target);
  return path.join(target, manifest.main ?? 'index.js');
}

const asked = readArguments(process.argv);
if (asked.version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
for (const file of asked.preloads) load(path.resolve(file));
if (!asked.target) {
  process.stderr.write('usage: electron [-r module] path-to-application\n');
  process.exit(1);
}
process.argv.splice(1, asked.at, asked.target);
process.defaultApp = true;
try {
  await import(pathToFileURL(entryOf(asked.target)).href);
} catch (error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  app.exit(1);
}
