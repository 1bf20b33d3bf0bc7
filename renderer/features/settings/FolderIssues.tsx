import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import classes from './SettingsView.module.css';

/** Files that are missing or stand in the way, by name. */
export function FolderIssues(): ReactNode {
  const t = useT();
  const issues = useCall('mirror.issues', {}).data?.issues ?? [];
  if (issues.length === 0) return null;
  return (
    <table className={classes.users} data-testid="mirror-issues">
      <thead>
        <tr>
          <th scope="col">{t('settingsArchive.folders.file')}</th>
          <th scope="col">{t('settingsArchive.folders.what')}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map(({ documentId, label, path, problem }) => (
          <tr key={`${documentId} ${path}`}>
            <td>
              <Link to={`/documents?work=all&doc=${documentId}`} title={label}>
                {path}
              </Link>
            </td>
            <td>{t.error({ code: problem, retryable: false, action: 'none', params: {} })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
