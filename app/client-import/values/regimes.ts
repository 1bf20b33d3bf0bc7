import { plain } from '#app/tables/plain.ts';

type Regime = 'month' | 'quarter';

const WORDS: readonly (readonly [Regime | 'none', RegExp])[] = [
  [
    'none',
    /^(?:geen|aucun|aucune|none|keine?|nihil|neant|0|nvt|n v t|na|n a|nee|non|no|nein|vrijgesteld|vrijstelling|exempte?|exonere|franchise|befreit)\b/,
  ],
  [
    'none',
    /^(?:non assujetti|niet (?:btw )?plichtig|niet btw|kleine onderneming|petite entreprise|kleinunternehmen|art(?:ikel|icle)? 44|bijzondere vrijstelling)/,
  ],
  ['quarter', /^(?:t|k|q|3|kw|kwart|trim)$|trimest|kwartaal|driemaand|quarter|viertelj|quartal|3 maand/],
  ['month', /^(?:m|1|12|mnd)$|mensuel|maand|month|monat|mens\b/],
];

/** How often a list says that returns are filed; `none` where none are; `null` where it cannot be understood. */
export function regimeOf(text: string): Regime | 'none' | null {
  const words = plain(text);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
