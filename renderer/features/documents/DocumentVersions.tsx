import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatDate, formatInstant } from '../../i18n/format.ts';
import classes from './DocumentPanels.module.css';

export interface DocumentVersionsProps {
  readonly contents: Output<'documents.get'>['contents'];
  /** SHA-256 of the former content on the screen, `null`: the newest. */
  readonly version: string | null;
  readonly onVersion: (sha256: string | null) => void;
}

/** What SPF sent under one identifier, the newest first. */
export function DocumentVersions({ contents, version, onVersion }: DocumentVersionsProps): ReactNode {
  const t = useT();
  return (
    <ol className={classes.list} data-testid="doc-versions">
      {contents.map(({ sha256, storedAt, modifiedOn, size }, index) => {
        const own = index === 0 ? null : sha256;
        const shown = own === version;
        return (
          <li key={sha256} className={classes.entry}>
            <span className={classes.what}>
              <strong>{t(index === 0 ? 'documentPreview.current' : 'documentPreview.formerOf')}</strong>{' '}
              {t('documentPreview.storedOn', { moment: formatInstant(storedAt) })} ·{' '}
              {t('documentPreview.dateAtSpf', { date: formatDate(modifiedOn) })} · {formatBytes(size)}
            </span>
            <Button size="compact-xs" disabled={shown} onClick={() => onVersion(own)} data-testid={`doc-version-${index}`}>
              {t(shown ? 'documentPreview.shown' : 'documentPreview.show')}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
