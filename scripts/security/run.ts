// Runs every test that docs/security.md names and prints, property by property, whether it holds.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fromPlaywright, fromVitest, type Judged, judge, type Result, readProperties } from './table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const reports = path.join(root, 'out', 'security');
const isJourney = (file: string): boolean => file.startsWith('e2e/');

/** Runs a tool that leaves a report, and reads it; none when the tool came to nothing. */
async function reportOf<T>(
  name: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<T | null> {
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('close', resolve));
  try {
    return JSON.parse(readFileSync(path.join(reports, name), 'utf8')) as T;
  } catch {
    return null;
  }
}

async function unit(files: readonly string[]): Promise<readonly Result[]> {
  const args = ['run', '--reporter=json', `--outputFile=${path.join(reports, 'unit.json')}`, ...files];
  const found = await reportOf<Parameters<typeof fromVitest>[0]>('unit.json', 'node_modules/vitest/vitest.mjs', args);
  return found ? fromVitest(found, (name) => path.relative(root, name).split(path.sep).join('/')) : [];
}

async function journeys(files: readonly string[]): Promise<readonly Result[]> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'journeys.json') };
  const args = ['test', '--reporter=json', ...files];
  const found = await reportOf<Parameters<typeof fromPlaywright>[0]>('journeys.json', 'node_modules/@playwright/test/cli.js', args, env);
  return found ? fromPlaywright(found) : [];
}

function print(rows: readonly Judged[]): void {
  let section = '';
  for (const row of rows) {
    if (row.section !== section) console.log(`\n${row.section}`);
    section = row.section;
    const where = [...new Set(row.tests.map(({ file }) => file))].join(', ');
    console.log(`  ${row.holds ? 'pass' : 'FAIL'}  ${row.property}  [${row.ran} ${row.ran === 1 ? 'test' : 'tests'}: ${where}]`);
    for (const { file, title } of row.failed) console.log(`        failed: ${file} › ${title}`);
    for (const { file, title } of row.missing) console.log(`        did not run: ${file} › ${title}`);
  }
  const holding = rows.filter(({ holds }) => holds).length;
  console.log(`\n${holding} of ${rows.length} properties hold, by ${rows.reduce((sum, { ran }) => sum + ran, 0)} tests`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const properties = readProperties(readFileSync(path.join(root, 'docs/security.md'), 'utf8'));
const files = [...new Set(properties.flatMap(({ tests }) => tests.map(({ file }) => file)))];
const results = [...(await unit(files.filter((file) => !isJourney(file)))), ...(await journeys(files.filter(isJourney)))];
const judged = judge(properties, results);
print(judged);
process.exitCode = judged.every(({ holds }) => holds) ? 0 : 1;
