import { memo, type ReactNode, useId } from 'react';
import type { Cents } from '#shared/domain/cents.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { AmountCell } from './AmountCell.tsx';
import { CellSign } from './CellMarks.tsx';
import type { CellProps } from './cell.ts';
import classes from './GridList.module.css';
import { isInput } from './grid-layout.ts';
import { Offer } from './Offer.tsx';

export interface GridRowProps extends CellProps {
  readonly previous: Cents | null;
  readonly lastYear: Cents | null;
  readonly average: Cents | null;
}

/** One grid of the list in one line: number, short name, amount, past and sign; the official label stands in the help and the title. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { grid, amount, previous, lastYear, average, editable, actions, severity, markText, offer } = props;
  const t = useT();
  const id = useId();
  const label = gridInfo(grid).label[t.locale];
  const name = isInput(grid) ? t(`gridNames.${grid}`) : label;
  return (
    <tr data-severity={severity ?? undefined}>
      <th scope="row" className={classes.code}>
        <label htmlFor={id}>{grid}</label>
      </th>
      <td className={classes.label} title={label}>
        <div>{name}</div>
      </td>
      <td className={classes.figure}>
        <AmountCell
          id={id}
          grid={grid}
          label={label}
          amount={amount}
          editable={editable}
          severity={severity}
          describedBy={severity === null ? undefined : `${id}-sign`}
          actions={actions}
          below={offer !== null && editable ? <Offer grid={grid} amount={offer} actions={actions} /> : undefined}
        />
      </td>
      {[previous, lastYear, average].map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns in a fixed order
        <td key={column} className={classes.past}>
          {value !== null && <Amount value={value} />}
        </td>
      ))}
      <td className={classes.flag}>
        <CellSign id={`${id}-sign`} severity={severity} text={markText} />
      </td>
    </tr>
  );
});
