import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './SettingsView.module.css';

/** Labels of SPF that no known type bears; the firm may sort them itself. */
export function Labels(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data, error, refetch } = useCall('labels.unknown', {});
  const assign = useAct('labels.assign');
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  if (data.labels.length === 0) {
    return (
      <Empty title={t('settingsArchive.labels.none')} testId="labels-none">
        {t('settingsArchive.labels.noneText')}
      </Empty>
    );
  }
  return (
    <div>
      <p className={classes.text}>{t('settingsArchive.labels.text')}</p>
      <table className={classes.users} data-testid="labels">
        <thead>
          <tr>
            <th scope="col">{t('settingsArchive.labels.label')}</th>
            <th scope="col" className={classes.figure}>
              {t('settingsArchive.labels.documents')}
            </th>
            <th scope="col">{t('settingsArchive.labels.group')}</th>
          </tr>
        </thead>
        <tbody>
          {data.labels.map(({ key, label, documents, group }) => (
            <tr key={key} data-testid="label-row">
              <td>
                <Link to={`/documents?${new URLSearchParams({ work: 'all', text: `"${label[t.locale].trim()}"` })}`}>
                  {label[t.locale].trim()}
                </Link>
              </td>
              <td className={classes.figure}>{formatCount(documents)}</td>
              <td>
                <NativeSelect
                  aria-label={t('settingsArchive.labels.groupOf', { label: label[t.locale].trim() })}
                  value={group ?? ''}
                  onChange={(event) => {
                    const chosen = DOCUMENT_GROUPS.find((one) => one === event.currentTarget.value) ?? null;
                    assign.mutate({ key, group: chosen }, { onError: problem });
                  }}
                  data={[
                    { value: '', label: t('settingsArchive.labels.unsorted') },
                    ...DOCUMENT_GROUPS.filter((one) => one !== 'other').map((one) => ({
                      value: one,
                      label: t(`documentsView.group.${one}`),
                    })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
