import type { Subject } from '../subject.ts';
import { numberOf, periodName } from '../words.ts';
import { INK } from './inks.ts';
import { drawRule } from './parts.ts';
import type { Sheet, Style } from './sheet.ts';

const STYLE: Style = { size: 7, ink: INK.quiet };
const NOTICE: Style = { size: 7, bold: true, ink: INK.danger, align: 'right' };

/** What every page of a return's papers ends with: whose it is, of when, which page, and whether it only played. */
export function foot(sheet: Sheet, { view, environment, t }: Subject): (page: number, pages: number) => void {
  return (page, pages) => {
    const y = sheet.pdf.page.height - 34;
    drawRule(sheet, y, INK.line, 0.5);
    const [first = '', ...more] = sheet.wrap(view.clientName, sheet.width * 0.55, STYLE);
    const name = more.length === 0 ? first : `${first}…`;
    sheet.write(`${name} · ${numberOf(view.enterpriseNumber)} · ${periodName(view.periodKey, t)}`, sheet.left, y + 12, STYLE);
    sheet.write(t('papers.page', { page, pages }), sheet.left, y + 12, { ...STYLE, align: 'right' }, sheet.width);
    if (environment !== 'production') sheet.write(t(`papers.environment.${environment}`), sheet.left, y - 5, NOTICE, sheet.width);
  };
}
