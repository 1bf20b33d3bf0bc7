// The tour: the whole job in the real application, on a profile of its own, with a figure and a picture for every step.
import { readRuntime } from '../harness/runtime.ts';
import { Report } from './report.ts';
import { playTour } from './steps.ts';

const report = new Report();
const started = performance.now();
try {
  await playTour(report);
} catch (error) {
  process.exitCode = 1;
  if (!report.steps.some(({ ok }) => !ok)) console.error(error);
}
const seconds = (performance.now() - started) / 1000;
const file = report.write({ electron: readRuntime().electron, seconds, ok: process.exitCode !== 1 });
console.log(`Tour ${process.exitCode === 1 ? 'FAILED' : 'done'} in ${seconds.toFixed(1)} s: ${file}`);
