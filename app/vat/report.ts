import { formatAmount } from '#shared/domain/cents.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import { obstacles } from '#shared/vat/rules/evaluate.ts';
import type { JudgedReturn, Judgement } from './judge.ts';

const WIDTH = 100;
const AMOUNT_WIDTH = 18;
const KIND_WIDTH = 14;
/** Above this many returns the amounts are left out of those that have nothing to say. */
const MANY = 20;

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

function kind({ severity, justified }: Judgement, t: Translator): string {
  return t(severity === 'warning' && justified ? 'vat.check.justified' : `vat.check.${severity}`);
}

const findingLines = (findings: readonly Judgement[], t: Translator): string[] =>
  findings.map((found) => {
    const place = found.grids.length > 0 ? ` [${found.grids.join(' ')}]` : '';
    const head = `  ${kind(found, t).padEnd(KIND_WIDTH)}${found.id}${place}`;
    const said = [found.message[t.locale], ...(found.hint ? [`→ ${found.hint[t.locale]}`] : [])];
    return [head, ...said.map((text) => `${' '.repeat(KIND_WIDTH + 2)}${wrap(text, KIND_WIDTH + 2)}`)].join('\n');
  });

function amountLines({ ret, totals }: JudgedReturn, t: Translator): string[] {
  const row = (code: string, amount: string, label: string): string => {
    const text = `  ${code.padEnd(4)}${amount.padStart(AMOUNT_WIDTH)}  ${label}`;
    return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text.trimEnd();
  };
  const rows = GRIDS.flatMap(({ code, label }) => {
    const amount = ret?.grids[code];
    return amount === undefined ? [] : [row(code, formatAmount(amount), label[t.locale])];
  });
  return [...rows, row('XX', formatAmount(totals.xx), ''), row('YY', formatAmount(totals.yy), '')];
}

function title(judged: JudgedReturn, t: Translator): string {
  const { sequence, vatNumber, period, ret, totals, findings, fileable } = judged;
  const number = /^\d{10}$/.test(vatNumber) ? formatEnterpriseNumber(vatNumber) : vatNumber || t('vat.check.noNumber');
  const { grid, cents } = totals.balance;
  return [
    t('vat.check.title', { sequence, number, period: period || t('vat.check.noPeriod') }),
    ...(ret ? [`${formatAmount(cents)} ${t(`vat.check.balance${grid}`)}`] : []),
    fileable ? `✓ ${t('vat.check.fileable')}` : `✗ ${t('vat.check.blocked', { count: obstacles(findings).length })}`,
  ].join(' · ');
}

/** What `check` says to a person: each return with its amounts and what was found, then one line in all. */
export function report(judged: readonly JudgedReturn[], day: string, t: Translator): string {
  const blocks = judged.map((one) => {
    const amounts = judged.length > MANY && one.findings.length === 0 ? [] : ['', ...amountLines(one, t)];
    const found = findingLines(one.findings, t);
    return [title(one, t), ...amounts, ...(found.length > 0 ? ['', ...found] : []), ...(amounts.length > 0 ? [''] : []), ''].join('\n');
  });
  const fileable = judged.filter((one) => one.fileable).length;
  return `${blocks.join('')}${t('vat.check.summary', { total: judged.length, fileable, day })}\n`;
}

/** The findings alone, for verbs whose result is something else. */
export const findingsReport = (findings: readonly Judgement[], t: Translator): string =>
  findingLines(findings, t)
    .map((line) => `${line}\n`)
    .join('');
