// `npm run security`: makes the clone ready, then runs every test that docs/security.md names and prints what holds.
import { ensureBuild } from './build/stamp.mjs';
import { withVirtualDisplay } from './lib/display.mjs';
import { underNode24 } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { failed } from './setup/say.mjs';

try {
  await ensureSetup();
  await ensureBuild();
  process.exitCode = await withVirtualDisplay((env) => underNode24('scripts/security/run.ts', [], { env }));
} catch (error) {
  process.exitCode = failed(error);
}
