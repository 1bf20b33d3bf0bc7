import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ImportRow } from '#shared/contract/client-import.ts';
import type { Output } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import classes from '../../../ui/TableSteps.module.css';
import type { Tone } from '../../../ui/tone.ts';

type Action = ImportRow['action'];
const ACTIONS: readonly Action[] = ['error', 'create', 'update', 'same'];
const ICONS = { error: IconAlertTriangle, create: IconPlus, update: IconPencil, same: IconEqual } as const;
const TONES: Readonly<Record<Action, Tone>> = { error: 'danger', create: 'accent', update: 'accent', same: 'plain' };
/** A list of thousands need not stand on the page whole to be judged. */
const SHOWN = 300;

export interface PreviewProps {
  readonly preview: Output<'clientImport.preview'>;
  readonly busy: boolean;
  readonly error: GuichetError | null;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** What would become of each row; those with errors first, since somebody must look at them. */
export function Preview({ preview, busy, error, onBack, onNext }: PreviewProps): ReactNode {
  const t = useT();
  const { counts } = preview;
  const present = ACTIONS.filter((action) => counts[action] > 0);
  const [chosen, setChosen] = useState<Action>(present[0] ?? 'same');
  const rows = preview.rows.filter(({ action }) => action === chosen);
  const writes = counts.create + counts.update;
  return (
    <>
      {present.length > 0 && (
        <SegmentedControl
          size="xs"
          className={classes.tabs ?? ''}
          value={chosen}
          onChange={(value) => setChosen(ACTIONS.find((one) => one === value) ?? chosen)}
          data={present.map((action) => ({
            value: action,
            label: t(`clientImportView.count.${action}`, { count: counts[action], shown: formatCount(counts[action]) }),
          }))}
          aria-label={t('clientImportView.title.preview')}
          data-testid="import-tabs"
        />
      )}
      <div className={classes.scroll}>
        <table className={classes.table} data-testid="import-rows">
          <thead>
            <tr>
              <th scope="col" className={classes.figure}>
                {t('clientImportView.row')}
              </th>
              <th scope="col">{t('clientsView.column.number')}</th>
              <th scope="col">{t('clientsView.column.name')}</th>
              <th scope="col">{t('tables.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
        {rows.length > SHOWN && <p className={classes.quiet}>{t('clientImportView.more', { count: formatCount(rows.length - SHOWN) })}</p>}
      </div>
      {error && <Failure error={error}>{t('clientImportView.kept')}</Failure>}
      <div className={classes.actions}>
        {counts.error > 0 && <span className={classes.warn}>{t('clientImportView.leftOut', { count: counts.error })}</span>}
        <Button onClick={onBack}>{t('frame.back')}</Button>
        <Button variant="filled" disabled={writes === 0} loading={busy} onClick={onNext} data-testid="import-apply">
          {t('clientImportView.apply', { count: writes, shown: formatCount(writes) })}
        </Button>
      </div>
    </>
  );
}

function Row({ row }: { readonly row: ImportRow }): ReactNode {
  const t = useT();
  const Icon = ICONS[row.action];
  return (
    <tr data-testid={`import-row-${row.action}`}>
      <td className={classes.figure}>{row.row}</td>
      <td className={classes.number}>{row.enterpriseNumber}</td>
      <td>{row.name}</td>
      <td>
        <div className={classes.becomes}>
          <Chip bare tone={TONES[row.action]} icon={<Icon />}>
            {t(`clientImportView.action.${row.action}`)}
          </Chip>
          {row.problems.map(({ code, field, value }) => (
            <span key={`${code} ${field}`} className={row.action === 'error' ? classes.danger : classes.warn}>
              {t.error({
                code,
                retryable: false,
                action: 'none',
                params: { field: t(`clientImportView.field.${field}`), value },
              })}
            </span>
          ))}
          {row.action === 'update' &&
            row.changes.map(({ field, before, after }) => (
              <span key={field} className={classes.quiet}>
                {t(`clientImportView.field.${field}`)}: {before && <s>{before}</s>} {after}
              </span>
            ))}
        </div>
      </td>
    </tr>
  );
}
