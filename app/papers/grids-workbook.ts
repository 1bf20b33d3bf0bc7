import { type Cell, writeWorkbook } from '#app/exports/workbook.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { formFrames } from './return/frames.ts';
import { datedAt, type Subject } from './subject.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const money = (value: number | null | undefined): Cell => (value === null || value === undefined ? null : { kind: 'amount', cents: value });

/** The grids as a spreadsheet, amounts as numbers, beside those of the period before. */
export async function gridsWorkbook({ view, t }: Subject): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const before = view.previous === null ? null : formFrames(view.previous as GridAmounts, t);
  const rows = formFrames(view.content.grids as GridAmounts, t).flatMap(({ frame, rows: lines }, at) =>
    lines.map(({ code, label, amount }, line): Cell[] => [
      text(frame),
      text(code),
      text(label),
      money(amount),
      money(before?.[at]?.rows[line]?.amount),
    ]),
  );
  const columns = [
    { title: t('papers.frameColumn'), width: 8 },
    { title: t('papers.grid'), width: 8 },
    { title: t('papers.nature'), width: 88 },
    { title: t('papers.amount'), width: 20 },
    { title: t('papers.previous'), width: 20 },
  ];
  const pages = (async function* () {
    yield rows;
  })();
  const sheet = `${view.enterpriseNumber} ${view.periodKey}`;
  await writeWorkbook({ write: async (parts) => void chunks.push(...parts) }, { sheet, columns, pages }, brusselsDate(datedAt(view)));
  return new Uint8Array(Buffer.concat(chunks));
}
