import { Button, NativeSelect } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { type Cents, cents, formatAmount } from '#shared/domain/cents.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import {
  FORMULAS,
  type PostingEvent,
  type PostingInput,
  type PurchaseGrid,
  postingAmounts,
  postingLines,
} from '#shared/vat/posting-guide/index.ts';
import { SALE_GRIDS, taxOf } from '#shared/vat/tax-from-base.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { isInput } from '../grids/grid-layout.ts';
import { AmountField } from '../options/AmountField.tsx';
import classes from './GuidePanel.module.css';
import { posted } from './posted.ts';

export interface PostingFormProps {
  readonly event: PostingEvent;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
  readonly onGrid: (grid: Grid) => void;
  readonly onBack: () => void;
}

const AMOUNTS = ['base', 'purchaseValue', 'tax', 'nonDeductible'] as const;
const KINDS = ['81', '82', '83'] as const satisfies readonly PurchaseGrid[];
const signed = (amount: Cents): string => `${amount < 0 ? '−' : '+'} ${formatAmount(Math.abs(amount) as Cents)}`;

/** One event of the guide: its grids, an example, and a document's amounts on their way into the draft. */
export function PostingForm({ event, editable, onEdit, onGrid, onBack }: PostingFormProps): ReactNode {
  const t = useT();
  const [input, setInput] = useState<PostingInput>({ rate: 21, kind: '81' });
  const [done, setDone] = useState<GridAmounts | null>(null);
  const asks = (what: keyof PostingInput): boolean => event.asks.includes(what);
  const given = (what: (typeof AMOUNTS)[number]): boolean => (input[what] ?? 0) > 0;
  const tax = input.tax ?? (asks('rate') ? taxOf(input.base ?? cents(0), input.rate ?? 21) : cents(0));
  const tooMuch = (input.nonDeductible ?? 0) > tax;
  const ready = !tooMuch && (given('base') || given('purchaseValue') || given('tax'));
  const real = ready ? postingLines(event, input) : null;
  const lines = real ?? postingLines(event, event.example.input);
  const set = (part: Partial<PostingInput>): void => {
    setDone(null);
    setInput((now) => ({ ...now, ...part }));
  };
  const post = (): void => {
    const amounts = postingAmounts(event, input);
    onEdit((content) => posted(content, amounts, 1));
    setDone(amounts);
    setInput(({ rate, kind }) => ({ rate, kind }));
  };
  return (
    <div className={classes.form} data-testid="posting-form">
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconArrowLeft size={13} aria-hidden />} onClick={onBack}>
          {t('vatGrids.guide.back')}
        </Button>
      </div>
      <h3 className={classes.title}>{event.title[t.locale]}</h3>
      {event.note && <p>{event.note[t.locale]}</p>}
      {event.lines.length > 0 && (
        <table className={classes.lines}>
          <caption>{real ? t('vatGrids.guide.yours') : event.example.text[t.locale]}</caption>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.grid} ${line.of}`}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.grid}
                    title={gridInfo(line.grid).label[t.locale]}
                    onClick={() => onGrid(line.grid)}
                  >
                    {line.grid}
                  </button>
                </th>
                <td>
                  {isInput(line.grid) ? t(`gridNames.${line.grid}`) : ''}
                  <span className={classes.formula}>{FORMULAS[line.of][t.locale]}</span>
                </td>
                <td className={classes.amount}>{signed(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {event.lines.length === 0 && <p>{event.example.text[t.locale]}</p>}
      {editable && event.lines.length > 0 && (
        <form
          className={classes.inputs}
          onSubmit={(submitted) => {
            submitted.preventDefault();
            if (ready) post();
          }}
        >
          {AMOUNTS.filter(asks).map((what) => (
            <AmountField
              key={what}
              label={t(`vatGrids.guide.${what}`)}
              placeholder={what === 'tax' && asks('rate') ? formatAmount(tax) : ''}
              value={input[what] ?? null}
              onValue={(value) => set({ [what]: value ?? undefined })}
              testId={`posting-${what}`}
            />
          ))}
          {asks('rate') && (
            <NativeSelect
              label={t('vatGrids.guide.rate')}
              value={String(input.rate ?? 21)}
              onChange={({ currentTarget }) => set({ rate: Number(currentTarget.value) })}
              data={SALE_GRIDS.map(({ rate }) => ({ value: String(rate), label: `${rate} %` }))}
              data-testid="posting-rate"
            />
          )}
          {asks('kind') && (
            <NativeSelect
              label={t('vatGrids.guide.kind')}
              value={input.kind ?? '81'}
              onChange={({ currentTarget }) => set({ kind: KINDS.find((kind) => kind === currentTarget.value) ?? '81' })}
              data={KINDS.map((kind) => ({ value: kind, label: `${kind} ${t(`gridNames.${kind}`)}` }))}
            />
          )}
          <div className={classes.post}>
            {tooMuch && <p className={classes.wrong}>{t('vatGrids.guide.tooMuch')}</p>}
            <Button type="submit" variant="filled" disabled={!ready} data-testid="posting-post">
              {t('vatGrids.guide.post')}
            </Button>
            {done && (
              <span role="status">
                {t('vatGrids.guide.posted')}{' '}
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => {
                    onEdit((content) => posted(content, done, -1));
                    setDone(null);
                  }}
                  data-testid="posting-undo"
                >
                  {t('vatGrids.paste.undo')}
                </Button>
              </span>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
