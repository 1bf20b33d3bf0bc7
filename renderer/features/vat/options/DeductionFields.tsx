import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { deductionShapeOn } from '#shared/vat/deduction.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { withDeduction } from '../draft/edits.ts';
import classes from './ReturnOptions.module.css';

export interface DeductionFieldsProps {
  readonly year: number;
  readonly content: ReturnContent;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
}

type Deduction = NonNullable<ReturnContent['deduction']>;
type Kind = 'none' | 'general' | 'special' | 'realUse';

const SPECIAL = [0, 1, 2, 3, 4] as const;
const SHARES = ['deductible', 'notDeductible', 'mixed'] as const;

const kindOf = (deduction: Deduction | undefined): Kind =>
  !deduction ? 'none' : deduction.realUse ? 'realUse' : deduction.specialPercentages ? 'special' : 'general';

function begun(kind: Kind, adjustedYear: number): Deduction | null {
  switch (kind) {
    case 'general':
      return { adjustedYear, generalPercentage: 100 };
    case 'special':
      return { adjustedYear, specialPercentages: [100] };
    case 'realUse':
      return { adjustedYear, realUse: { deductible: 100, notDeductible: 0, mixed: 0 } };
    default:
      return null;
  }
}

/** The definitive pro rata or the real use of last year, in the returns that state it; what can be said follows the shape in force. */
export function DeductionFields({ year, content, editable, onEdit }: DeductionFieldsProps): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const shape = today ? deductionShapeOn(today) : 'whole';
  const { deduction } = content;
  const kind = kindOf(deduction);
  const set = (next: Deduction | null): void => onEdit((now) => withDeduction(now, next));
  const kinds: readonly Kind[] = shape === 'realUse' ? ['none', 'general', 'realUse'] : ['none', 'general', 'special'];
  const percent = (label: string, value: number | undefined, onValue: (value: number) => void, least = 0): ReactNode => (
    <NumberInput
      label={label}
      value={value ?? ''}
      min={least}
      max={100}
      decimalScale={shape === 'realUse' ? 2 : 0}
      decimalSeparator=","
      suffix=" %"
      hideControls
      size="sm"
      disabled={!editable}
      onChange={(next) => typeof next === 'number' && onValue(next)}
    />
  );
  const special = deduction?.specialPercentages ?? [];
  const shares = deduction?.realUse;
  const sum = shares ? Math.round((shares.deductible + shares.notDeductible + shares.mixed) * 100) / 100 : 100;
  return (
    <div className={classes.deduction} data-testid="deduction">
      <NativeSelect
        label={t('vatGrids.deduction.title', { year: String(year) })}
        value={kind}
        disabled={!editable}
        onChange={({ currentTarget }) =>
          set(begun([...kinds, 'special' as const].find((one) => one === currentTarget.value) ?? 'none', year))
        }
        data={[...new Set([...kinds, kind])].map((value) => ({ value, label: t(`vatGrids.deduction.${value}`) }))}
        data-testid="deduction-kind"
      />
      {deduction &&
        kind === 'general' &&
        percent(
          t('vatGrids.deduction.percentage'),
          deduction.generalPercentage,
          (generalPercentage) => set({ ...deduction, generalPercentage }),
          1,
        )}
      {deduction && shares && (
        <div className={classes.three}>
          {SHARES.map((share) => (
            <div key={share}>
              {percent(t(`vatGrids.deduction.${share}`), shares[share], (value) =>
                set({ ...deduction, realUse: { ...shares, [share]: value } }),
              )}
            </div>
          ))}
        </div>
      )}
      {sum !== 100 && (
        <p className={classes.wrong} role="status">
          {t('vatGrids.deduction.sum', { sum: String(sum).replace('.', ',') })}
        </p>
      )}
      {deduction && (kind === 'special' || kind === 'realUse') && (
        <div className={classes.five}>
          {SPECIAL.slice(0, Math.min(5, special.length + 1)).map((index) => (
            <div key={index}>
              {percent(t('vatGrids.deduction.specialNumber', { number: index + 1 }), special[index], (value) =>
                set({ ...deduction, specialPercentages: Object.assign([...special], { [index]: value }) }),
              )}
            </div>
          ))}
        </div>
      )}
      {deduction && shape === 'realUse' && special.length === 5 && (
        <Checkbox
          label={t('vatGrids.deduction.more')}
          checked={deduction.moreSpecial ?? false}
          disabled={!editable}
          onChange={({ currentTarget }) => {
            const { moreSpecial: _, ...rest } = deduction;
            set(currentTarget.checked ? { ...rest, moreSpecial: true } : rest);
          }}
        />
      )}
    </div>
  );
}
