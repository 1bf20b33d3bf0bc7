// `npm run bench`: makes the clone ready, builds what changed, and measures, on a virtual display where there is none.
import { ensureBuild } from './build/stamp.mjs';
import { hasDisplay, withVirtualDisplay } from './lib/display.mjs';
import { underNode24 } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { failed } from './setup/say.mjs';

try {
  await ensureSetup();
  await ensureBuild();
  const bench = (env) => underNode24('e2e/perf/bench.ts', process.argv.slice(2), { env });
  process.exitCode = hasDisplay() ? await bench() : await withVirtualDisplay(bench);
} catch (error) {
  process.exitCode = failed(error);
}
