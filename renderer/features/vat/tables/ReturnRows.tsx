import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TableReturn } from '#shared/contract/vat-tables.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { formatEnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { totals } from '#shared/vat/balance.ts';
import { GRIDS_BY_NUMBER } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount, formatPeriod } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import steps from '../../../ui/TableSteps.module.css';
import type { Tone } from '../../../ui/tone.ts';
import { type Action, countsOf, groupsOf } from './counts.ts';
import classes from './Tables.module.css';

const ICONS = { error: IconAlertTriangle, create: IconPlus, update: IconPencil, same: IconEqual } as const;
const TONES: Readonly<Record<Action, Tone>> = { error: 'danger', create: 'accent', update: 'accent', same: 'plain' };
/** A table of thousands need not stand on the page whole to be judged. */
const SHOWN = 200;

export interface ReturnRowsProps {
  readonly returns: readonly (TableReturn & { readonly returnId?: string | null })[];
  /** After the table is taken over. */
  readonly onOpen?: (returnId: string) => void;
}

/** The returns of a table, by what becomes of them; those with errors first, since somebody must look at them. */
export function ReturnRows({ returns, onOpen }: ReturnRowsProps): ReactNode {
  const t = useT();
  const counts = countsOf(returns);
  const present = groupsOf(returns, onOpen !== undefined);
  const [chosen, setChosen] = useState<Action | null>(null);
  const active = chosen ?? present[0] ?? 'create';
  const rows = returns.filter(({ action }) => action === active);
  return (
    <>
      {present.length > 1 && (
        <SegmentedControl
          size="xs"
          className={steps.tabs ?? ''}
          value={active}
          onChange={(value) => setChosen(present.find((one) => one === value) ?? null)}
          data={present.map((action) => ({
            value: action,
            label: t(`vatTablesView.count.${action}`, { count: counts[action], shown: formatCount(counts[action]) }),
          }))}
          aria-label={t('vatTablesView.title.preview')}
          data-testid="table-tabs"
        />
      )}
      <div className={steps.scroll}>
        <table className={steps.table} data-testid="table-returns">
          <thead>
            <tr>
              <th scope="col">{t('vatTablesView.client')}</th>
              <th scope="col">{t('vatTablesView.period')}</th>
              <th scope="col" className={classes.amount}>
                {t('vatTablesView.balance')}
              </th>
              <th scope="col">{t('tables.becomes')}</th>
              {onOpen && <th scope="col" aria-label={t('vatView.import.open')} />}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((ret, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same client and period may stand twice, as an error
              <Row key={index} ret={ret} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        {rows.length > SHOWN && <p className={steps.quiet}>{t('vatTablesView.more', { count: formatCount(rows.length - SHOWN) })}</p>}
      </div>
    </>
  );
}

function Row({ ret, onOpen }: { readonly ret: ReturnRowsProps['returns'][number]; readonly onOpen: ReturnRowsProps['onOpen'] }): ReactNode {
  const t = useT();
  const { enterpriseNumber, clientName, periodKey, grids, action, problems, returnId } = ret;
  const Icon = ICONS[action];
  const { balance } = totals(grids);
  const period = parsePeriodKey(periodKey) ? formatPeriod(periodKey, t) : periodKey;
  const amounts = GRIDS_BY_NUMBER.flatMap((grid) => (grids[grid] === undefined ? [] : [`${grid}:\u00a0${formatAmount(grids[grid])}`]));
  return (
    <tr data-testid={`table-return-${action}`}>
      <td>
        <div>{clientName}</div>
        <div className={classes.number}>
          {isEnterpriseNumber(enterpriseNumber) ? formatEnterpriseNumber(enterpriseNumber) : enterpriseNumber}
        </div>
      </td>
      <td className={classes.period}>{period}</td>
      <td className={classes.amount}>
        {action !== 'error' && (
          <>
            <span className={classes.grid}>{balance.grid}</span> {formatAmount(balance.cents)}
          </>
        )}
      </td>
      <td>
        <div className={classes.becomes}>
          <Chip bare tone={TONES[action]} icon={<Icon />}>
            {t(`vatTablesView.action.${action}`)}
          </Chip>
          {problems.map(({ code, place, value, expected }) => (
            <div key={`${code} ${place}`} className={action === 'error' ? steps.danger : steps.warn}>
              {t.error({
                code,
                retryable: false,
                action: 'none',
                params: { place, value, expected: expected ?? '', client: clientName ?? enterpriseNumber, period },
              })}
            </div>
          ))}
          {action !== 'error' && <div className={classes.grids}>{amounts.join(' · ') || t('vatTablesView.nil')}</div>}
        </div>
      </td>
      {onOpen && (
        <td className={classes.open}>
          {returnId && (
            <Button size="compact-sm" onClick={() => onOpen(returnId)} data-testid="table-open">
              {t('vatView.import.open')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
