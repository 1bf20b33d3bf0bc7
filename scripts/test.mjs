// `npm test`: everything, fast checks first, later ones even when earlier ones fail, so that the last line is the whole count.
// `npm test -- lint unit` runs only the stages named.
import { STAGES } from './lib/stages.mjs';
import { ensureSetup } from './setup/ensure.mjs';
import { failed } from './setup/say.mjs';

const asked = process.argv.slice(2);

async function runStages() {
  const broken = new Set();
  const total = { passed: 0, failed: 0 };
  for (const stage of STAGES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const started = performance.now();
    const blocker = stage.after?.find((name) => broken.has(name));
    const result = blocker ? { passed: 0, failed: 1 } : await stage.run();
    if (result.failed > 0) broken.add(stage.name);
    total.passed += result.passed;
    total.failed += result.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${stage.name}: ${blocker ? `not run, ${blocker} failed` : `${result.passed} passed, ${result.failed} failed in ${seconds} s`}`,
    );
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

try {
  await ensureSetup();
  process.exitCode = await runStages();
} catch (error) {
  process.exitCode = failed(error);
  console.log('0 passed, 1 failed');
}
