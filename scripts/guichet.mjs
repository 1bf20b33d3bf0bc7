// The command line: `npm run -s guichet -- <verb>`. Needs the packages and no window, so a first run stays short.
import module from 'node:module';
import path from 'node:path';
import { becomeScript } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { cacheDir } from './setup/paths.mjs';
import { failed } from './setup/say.mjs';

try {
  await ensureSetup('node');
  const compiled = path.join(cacheDir(), 'compiled');
  process.env.NODE_COMPILE_CACHE ??= compiled;
  module.enableCompileCache?.(compiled);
  await becomeScript('app/cli/main.ts', process.argv.slice(2));
} catch (error) {
  process.exitCode = failed(error);
}
