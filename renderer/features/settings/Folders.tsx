import { Button, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolder, IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { MIRROR_DEFAULT, MIRROR_FIELDS, type MirrorStatus } from '#shared/contract/mirror.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { useMay } from '../../people/use-may.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { FolderIssues } from './FolderIssues.tsx';
import classes from './SettingsView.module.css';

const TYPING_MS = 250;

/** Readable copies of the archive, in folders as the firm names them. */
export function Folders(): ReactNode {
  const { data: status, error, refetch } = useCall('mirror.status', {});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!status) return <Waiting rows={6} />;
  return (
    <div className={classes.fields}>
      <Place status={status} />
      <Template key={status.template} saved={status.template} />
      {status.enabled && <State status={status} />}
    </div>
  );
}

function Place({ status }: { readonly status: MirrorStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const set = useAct('mirror.set');
  const choose = useAct('shell.chooseMirrorFolder');
  const { may, why } = useMay('mirror.set');
  const open = useAct('shell.openMirrorFolder');
  return (
    <>
      <p className={classes.text}>{t('settingsArchive.folders.text')}</p>
      <Switch
        checked={status.enabled}
        disabled={status.folder === null || !may}
        onChange={(event) => set.mutate({ enabled: event.currentTarget.checked }, { onError: problem })}
        label={t('settingsArchive.folders.enabled')}
        description={why ?? (status.folder === null ? t('settingsArchive.folders.chooseFirst') : t('settingsArchive.folders.offText'))}
        data-testid="mirror-enabled"
      />
      <div className={classes.row}>
        <MayButton
          needs="shell.chooseMirrorFolder"
          leftSection={<IconFolder size={14} aria-hidden />}
          onClick={() => choose.mutate({}, { onError: problem })}
          data-testid="mirror-choose"
        >
          {t(status.folder === null ? 'settingsArchive.folders.choose' : 'settingsArchive.folders.change')}
        </MayButton>
        {status.folder !== null && (
          <>
            <code className={classes.path} data-testid="mirror-folder">
              {status.folder}
            </code>
            <Button
              variant="subtle"
              leftSection={<IconFolderOpen size={14} aria-hidden />}
              onClick={() => open.mutate({}, { onError: problem })}
            >
              {t('settingsArchive.folders.open')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Template({ saved }: { readonly saved: string }): ReactNode {
  const t = useT();
  const set = useAct('mirror.set');
  const { may } = useMay('mirror.set');
  const [template, setTemplate] = useState(saved);
  const [settled] = useDebouncedValue(template, TYPING_MS);
  const preview = useCall('mirror.preview', { template: settled }, { keep: true }).data;
  const trouble = preview?.problem ? t.error({ ...preview.problem, retryable: false, action: 'none' }) : null;
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsArchive.folders.rule')}</h2>
      <div className={classes.rowTop}>
        <TextInput
          className={classes.grow ?? ''}
          aria-label={t('settingsArchive.folders.rule')}
          value={template}
          readOnly={!may}
          onChange={(event) => setTemplate(event.currentTarget.value)}
          error={trouble}
          spellCheck={false}
          data-testid="mirror-template"
        />
        <MayButton
          needs="mirror.set"
          variant="filled"
          disabled={template === saved || trouble !== null || settled !== template}
          loading={set.isPending}
          onClick={() => set.mutate({ template })}
          data-testid="mirror-save"
        >
          {t('settingsView.user.save')}
        </MayButton>
        {may && template !== MIRROR_DEFAULT && (
          <Button variant="subtle" color="gray" onClick={() => setTemplate(MIRROR_DEFAULT)}>
            {t('settingsArchive.folders.usual')}
          </Button>
        )}
      </div>
      {set.error && <Failure error={set.error} />}
      <p className={classes.hint}>
        {t('settingsArchive.folders.fields')}{' '}
        {MIRROR_FIELDS.map((field) => (
          <button
            key={field}
            type="button"
            className={classes.field}
            disabled={!may}
            onClick={() => setTemplate((now) => `${now}{${field}}`)}
            title={t(`settingsArchive.folders.field.${field}`)}
          >
            {`{${field}}`}
          </button>
        ))}
      </p>
      {preview && preview.samples.length > 0 && (
        <ul className={classes.samples} aria-label={t('settingsArchive.folders.preview')} data-testid="mirror-preview">
          {preview.samples.map(({ path }) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>{t('settingsArchive.folders.newOnly')}</p>
    </section>
  );
}

function State({ status }: { readonly status: MirrorStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const repair = useAct('mirror.repair');
  const counts = {
    written: formatCount(status.written),
    waiting: formatCount(status.waiting),
    missing: formatCount(status.missing),
    conflicts: formatCount(status.conflicts),
  };
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsArchive.folders.state')}</h2>
      {status.problem && (
        <Notice
          tone={status.state === 'unreachable' ? 'warn' : 'danger'}
          title={t.error({ code: status.problem, retryable: true, action: 'none', params: {} })}
          testId="mirror-problem"
        >
          {t('settingsArchive.folders.kept')}
        </Notice>
      )}
      <p className={classes.text} data-testid="mirror-counts">
        {t('settingsArchive.folders.counts', counts)}
        {status.checkedAt && ` · ${t('settingsArchive.folders.checked', { when: formatInstant(status.checkedAt) })}`}
      </p>
      <Button
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={repair.isPending || status.state === 'working'}
        onClick={() => repair.mutate({}, { onError: problem })}
        data-testid="mirror-repair"
      >
        {t('settingsArchive.folders.repair')}
      </Button>
      {(status.missing > 0 || status.conflicts > 0) && <FolderIssues />}
    </section>
  );
}
