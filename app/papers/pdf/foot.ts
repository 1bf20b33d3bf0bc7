import type { ReturnView } from '#shared/contract/vat.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { numberOf, periodName } from '../words.ts';
import { INK } from './inks.ts';
import type { Sheet, Style } from './sheet.ts';

const STYLE: Style = { size: 7, ink: INK.quiet };

/** What every page of a return's papers ends with: whose it is, of when, and which page. */
export function foot(sheet: Sheet, view: ReturnView, t: Translator): (page: number, pages: number) => void {
  return (page, pages) => {
    const y = sheet.pdf.page.height - 34;
    sheet.pdf.moveTo(sheet.left, y).lineTo(sheet.right, y).lineWidth(0.5).strokeColor(INK.line).stroke();
    const [first = '', ...more] = sheet.wrap(view.clientName, sheet.width * 0.55, STYLE);
    const name = more.length === 0 ? first : `${first}…`;
    sheet.write(`${name} · ${numberOf(view.enterpriseNumber)} · ${periodName(view.periodKey, t)}`, sheet.left, y + 12, STYLE);
    sheet.write(t('papers.page', { page, pages }), sheet.left, y + 12, { ...STYLE, align: 'right' }, sheet.width);
  };
}
