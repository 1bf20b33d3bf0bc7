import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/command.mjs';
import { node24, root } from '../setup/paths.mjs';
import { withVirtualDisplay } from './display.mjs';
import { underNode24 } from './launch.mjs';

/** A stage answers `{passed, failed}`. `after` names stages without which it cannot say anything. */

const reports = path.join(root, 'out', 'test');

/** A tool that says yes or no counts as one check; its words are shown only when it says no. */
function check(script, ...args) {
  return async () => {
    const { code, output } = await run(node24, [path.join(root, script), ...args], { cwd: root });
    if (code !== 0) process.stdout.write(output);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  };
}

/** A test runner shows its own progress and leaves its counts in a JSON file. Skipped tests count as failed: there shall be none. */
function suite(name, work, count) {
  return async () => {
    const file = path.join(reports, `${name}.json`);
    mkdirSync(reports, { recursive: true });
    rmSync(file, { force: true });
    const code = await work(file);
    const { passed, failed } = counted(file, count);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  };
}

function counted(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const unit = (file) =>
  underNode24('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);

const journeys = (file) =>
  withVirtualDisplay((display) =>
    underNode24('node_modules/@playwright/test/cli.js', ['test'], { env: { ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
  );

/** Fast ones first: the sooner it fails, the better. */
export const STAGES = [
  { name: 'lint', run: check('node_modules/@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'types', run: check('node_modules/typescript/bin/tsc', '-b') },
  { name: 'imports', run: check('scripts/imports/check.ts') },
  {
    name: 'unit',
    run: suite('unit', unit, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numPendingTests + (report.numTodoTests ?? 0),
    })),
  },
  { name: 'build', run: check('scripts/build.mjs') },
  {
    name: 'journeys',
    after: ['build'],
    run: suite('journeys', journeys, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped })),
  },
  // What would be shipped: fuses and archive read back from it, started by itself, and steered.
  { name: 'package', after: ['build'], run: check('scripts/package.mjs', '--dir', '--try') },
];
