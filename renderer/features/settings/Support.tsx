import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SupportFile } from '#shared/contract/support.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatInstant } from '../../i18n/format.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './SettingsView.module.css';
import own from './Support.module.css';

/** The support bundle: read here as it is, then saved. */
export function Support(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const preview = useCall('support.preview', {});
  const save = useAct('shell.saveSupport');
  if (preview.error) return <Failure error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Waiting rows={6} />;
  const { id, at, files } = preview.data;
  return (
    <div className={classes.fields}>
      <p className={classes.text}>{t('support.text')}</p>
      <Files files={files} />
      <p className={classes.quiet} data-testid="support-collected">
        {t('support.collected', { when: formatInstant(at) })}
      </p>
      <div className={classes.row}>
        <Button
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate({ id }, { onError: problem })}
          data-testid="support-save"
        >
          {t('support.save')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={preview.isFetching}
          onClick={() => void preview.refetch()}
          data-testid="support-again"
        >
          {t('support.again')}
        </Button>
        <span className={classes.quiet} role="status">
          {save.data?.saved && t('support.saved')}
        </span>
      </div>
    </div>
  );
}

function Files({ files }: { readonly files: readonly SupportFile[] }): ReactNode {
  const t = useT();
  const [named, setNamed] = useState<string | null>(null);
  const shown = files.find(({ name }) => name === named) ?? files[0];
  return (
    <section className={own.files} aria-label={t('support.files')}>
      <ul className={own.names}>
        {files.map(({ name, text }) => (
          <li key={name}>
            <button
              type="button"
              className={own.name}
              aria-current={name === shown?.name}
              onClick={() => setNamed(name)}
              data-testid={`support-file-${name}`}
            >
              <span>{name}</span>
              <span className={classes.quiet}>{formatBytes(text.length)}</span>
            </button>
          </li>
        ))}
      </ul>
      {/* A long text is scrolled by keyboard too, so it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section className={own.text} tabIndex={0} aria-label={shown?.name} data-testid="support-text">
        <pre>{shown?.text}</pre>
      </section>
    </section>
  );
}
