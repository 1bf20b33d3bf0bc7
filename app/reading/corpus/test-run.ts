// Prints how well letters are read: `npm run measure`, with --misses each fact that was missed or wrong.

import { HELD_OUT } from './test-layouts-held-out.ts';
import { MONEY_LAYOUTS } from './test-layouts-money.ts';
import { TIME_LAYOUTS } from './test-layouts-time.ts';
import { OTHER_WORDS } from './test-layouts-words.ts';
import { simulatorLetters } from './test-letters.ts';
import { type Measured, measure, table } from './test-measure.ts';

const EACH = 6;
const showMisses = process.argv.includes('--misses');

function show(title: string, measured: Measured): void {
  process.stdout.write(`${table(title, measured)}\n`);
  if (showMisses) for (const miss of measured.misses) process.stdout.write(`  ${JSON.stringify(miss)}\n`);
  process.stdout.write('\n');
}

show('Letters of the simulator', await measure(simulatorLetters(EACH)));
show('Awkward layouts', await measure([...MONEY_LAYOUTS, ...TIME_LAYOUTS]));
show('Letters in other words', await measure(OTHER_WORDS));
show('Letters never tuned to', await measure(HELD_OUT));
