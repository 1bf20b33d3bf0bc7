/** Ink of a paper: neutral greys, and colour only where it says something. */
export const INK = {
  text: '#1b1f24',
  quiet: '#5b646e',
  faint: '#9aa3ad',
  line: '#cfd5db',
  rule: '#1b1f24',
  wash: '#f3f5f7',
  danger: '#a61b1b',
  dangerWash: '#fdf1f0',
  warning: '#8a5300',
  warningWash: '#fdf6e7',
  proven: '#1d6b3a',
  provenWash: '#eef7f1',
} as const;
export type Ink = (typeof INK)[keyof typeof INK];
