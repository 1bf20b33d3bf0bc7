import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { useCall } from '../../data/hooks.ts';
import { activityText } from '../../i18n/activity-text.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatDate, formatDistance, formatInstant } from '../../i18n/format.ts';
import { useScreen } from '../../state/screen.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Facts } from '../../ui/Facts.tsx';
import classes from './DocumentDetails.module.css';

/** What SPF and the archive know of the document; folded away, it leaves its room to the document. */
export function DocumentDetails({ document }: { readonly document: Output<'documents.get'> }): ReactNode {
  const t = useT();
  const folded = useScreen((screen) => screen.folded.documentDetails) ?? false;
  const setFolded = useScreen((screen) => screen.setFolded);
  const Icon = folded ? IconChevronUp : IconChevronDown;
  return (
    <div className={classes.details} data-folded={folded || undefined} data-testid="doc-details">
      <button
        type="button"
        className={classes.fold}
        aria-expanded={!folded}
        onClick={() => setFolded('documentDetails', !folded)}
        data-testid="doc-details-fold"
      >
        <Icon size={14} aria-hidden />
        {t('documentsView.details')}
      </button>
      {!folded && <DocumentFacts document={document} />}
    </div>
  );
}

function DocumentFacts({ document }: { readonly document: Output<'documents.get'> }): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const others = LOCALES.filter((locale) => locale !== t.locale && document.label[locale] !== document.label[t.locale]);
  return (
    <Facts
      items={[
        [t('documentsView.detail.date'), formatDate(document.modifiedOn)],
        [
          t('documentsView.detail.leaves'),
          `${formatDate(document.leavesOn)}${today ? ` (${formatDistance(today, document.leavesOn, t)})` : ''}`,
        ],
        [t('documentsView.detail.group'), t(`documentsView.group.${document.group}`)],
        [t('documentsView.detail.client'), `${document.clientName} · ${formatEnterpriseNumber(document.enterpriseNumber)}`],
        [
          t('documentsView.detail.file'),
          [document.fileName, document.size === null ? null : formatBytes(document.size)].filter(Boolean).join(' · '),
        ],
        [t('documentsView.detail.stored'), document.storedAt ? formatInstant(document.storedAt) : null],
        [
          t('documentsView.detail.sha256'),
          document.sha256 && (
            <span className={classes.hash}>
              {document.sha256}
              <CopyButton text={() => document.sha256 ?? ''} />
            </span>
          ),
        ],
        [t('documentsView.detail.labels'), others.map((locale) => `${locale.toUpperCase()} ${document.label[locale].trim()}`).join(' · ')],
        ...document.metadata.map(({ name, values }) => [name, values.join(', ')] as const),
        [
          t('documentsView.detail.uuid'),
          <span key="uuid" className={classes.hash}>
            {document.uuid}
          </span>,
        ],
        [
          t('documentsView.detail.history'),
          document.history.length > 0 && (
            <ol key="history" className={classes.history}>
              {document.history.map((entry) => (
                <li key={`${entry.at} ${activityText(entry.what, {}, t)}`}>
                  {formatInstant(entry.at)} · {activityText(entry.what, {}, t)}
                  {entry.who && ` · ${entry.who}`}
                </li>
              ))}
            </ol>
          ),
        ],
      ]}
    />
  );
}
