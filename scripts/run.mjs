// `node scripts/run.mjs <script> [arguments]`: makes the clone ready, then runs the script under Node 24.
import { becomeScript } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { failed } from './setup/say.mjs';

const [script, ...args] = process.argv.slice(2);
try {
  await ensureSetup();
  await becomeScript(script, args);
} catch (error) {
  process.exitCode = failed(error);
}
