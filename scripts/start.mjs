// `npm start`: makes the clone ready, builds what changed, opens the sandbox. Without a display, or with --tour, the tour plays instead.
import { ensureBuild } from './build/stamp.mjs';
import { hasDisplay, withVirtualDisplay } from './lib/display.mjs';
import { owning, underNode24 } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { root } from './setup/paths.mjs';
import { failed, say } from './setup/say.mjs';

const args = process.argv.slice(2);
const rest = args.filter((word) => word !== '--tour');

async function start() {
  const runtime = await ensureSetup();
  await ensureBuild();
  if (hasDisplay() && rest.length === args.length) {
    const env = runtime.sqliteBinding ? { GUICHET_SQLITE_BINDING: runtime.sqliteBinding } : {};
    return owning(runtime.electronPath, [...runtime.electronArgs, root, ...rest], { env });
  }
  if (hasDisplay()) return underNode24('e2e/tour/tour.ts', rest);
  say('No display here: playing the tour on a virtual one.');
  return withVirtualDisplay((env) => underNode24('e2e/tour/tour.ts', rest, { env }));
}

try {
  process.exitCode = await start();
} catch (error) {
  process.exitCode = failed(error);
}
