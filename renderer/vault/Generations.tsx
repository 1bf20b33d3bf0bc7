import { type ReactNode, useId } from 'react';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import { useT } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import classes from './vault.module.css';

export interface GenerationsProps {
  readonly all: RestoreStatus['generations'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The backups of a folder, newest first; one is chosen. */
export function Generations({ all, chosen, onChoose }: GenerationsProps): ReactNode {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={classes.generations} data-testid="gate-generations">
      <legend className="mantine-InputWrapper-label">{t('gate.restore.which', { count: all.length })}</legend>
      <div className={classes.list}>
        {all.map(({ id, at }, index) => (
          <label key={id} className={classes.generation} data-chosen={id === chosen || undefined}>
            <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
            <span className={classes.figure}>{formatInstant(at)}</span>
            {index === 0 && <span className={classes.quiet}>{t('gate.restore.newest')}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
