// Holds the rule of the rooms. Run by `npm test`; alone: `node scripts/run.mjs scripts/imports/check.ts`.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { circles, readGraph } from './graph.ts';
import { RULES } from './rules.ts';

const root = path.resolve(import.meta.dirname, '../..');
const edges = readGraph(root, ['shared', 'app', 'electron', 'renderer', 'e2e']);
const isFile = /\.(ts|tsx|css|json)$/;
const problems = [
  ...RULES.flatMap((rule) =>
    edges.filter((edge) => rule.forbids(edge)).map(({ from, to }) => `${from} imports ${to}\n  ${rule.name}: ${rule.reason}`),
  ),
  ...circles(edges).map((trail) => `a circle has no first file to read: ${trail.join(' → ')}`),
  ...edges
    .filter(({ to }) => /^(shared|app|electron|renderer|e2e|scripts)\//.test(to) && isFile.test(to) && !existsSync(path.join(root, to)))
    .map(({ from, to }) => `${from} imports ${to}, which is not there`),
];

for (const problem of problems) console.log(problem);
console.log(`${edges.length} imports, ${problems.length} against the rules`);
process.exitCode = problems.length === 0 ? 0 : 1;
