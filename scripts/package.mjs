// `npm run package`: the installers of this machine's system; `-- --dir`: the folder alone. What is made is looked at before it counts.
// `-- --try` also starts it: the real one proves itself with its own `--smoke`, a variant that can be steered plays a journey.
import path from 'node:path';
import { ensureBuild } from './build/stamp.mjs';
import { withVirtualDisplay } from './lib/display.mjs';
import { underNode24 } from './lib/launch.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { root } from './setup/paths.mjs';
import { failed } from './setup/say.mjs';

const asked = new Set(process.argv.slice(2));
const work = path.join(root, 'out/package');

async function tryOut(folder, runtime) {
  const { smoke, testVariant } = await import('./package/try.mjs');
  return withVirtualDisplay(async (display) => {
    const args = [...runtime.electronArgs, '--disable-gpu'];
    const { code, output, seconds, wrong } = await smoke(folder, { args, env: display });
    process.stdout.write(output);
    console.log(`${code === 0 ? 'ok    ' : 'WRONG '} smoke: exit ${code} after ${seconds.toFixed(1)} s`);
    console.log(
      wrong.length === 0
        ? 'ok     no plain Node, no NODE_OPTIONS, no debugger, no look into the window, nothing left behind'
        : `WRONG  ${wrong.join(', ')}`,
    );
    const executable = await testVariant(folder, path.join(work, 'test-variant'));
    const journey = await underNode24('e2e/package/journey.ts', [executable, ...args], { env: display });
    return code === 0 && wrong.length === 0 && journey === 0;
  });
}

try {
  const runtime = await ensureSetup();
  await ensureBuild();
  const started = performance.now();
  const { packageApp } = await import('./package/builder.mjs');
  const { inspect, report } = await import('./package/check.mjs');
  const { folder, ...packed } = await packageApp(work, runtime, { folderOnly: asked.has('--dir') });
  console.log(`Packed in ${((performance.now() - started) / 1000).toFixed(1)} s: ${path.relative(root, folder)}`);
  const sound = report(await inspect(folder, packed), console.log);
  const runs = !asked.has('--try') || (await tryOut(folder, runtime));
  end(sound && runs ? 0 : 1);
} catch (error) {
  end(failed(error));
}

/** The packer leaves a hook behind that ends the process with 0 whatever `process.exitCode` says. */
function end(code) {
  process.exit(code);
}
