import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatDate, formatDistance, formatInstant } from '../../i18n/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Facts } from '../../ui/Facts.tsx';
import classes from './DocumentPanels.module.css';

/** What SPF and the archive know of the document. */
export function DocumentDetails({ document }: { readonly document: Output<'documents.get'> }): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const others = LOCALES.filter((locale) => locale !== t.locale && document.label[locale] !== document.label[t.locale]);
  const size = document.size === null ? null : formatBytes(document.size);
  const left = today ? ` (${formatDistance(today, document.leavesOn, t)})` : '';
  return (
    <Facts
      items={[
        [t('documentPreview.detail.date'), formatDate(document.modifiedOn)],
        [t('documentPreview.detail.leaves'), `${formatDate(document.leavesOn)}${left}`],
        [t('documentPreview.detail.group'), t(`documentsView.group.${document.group}`)],
        [t('documentPreview.detail.client'), `${document.clientName} · ${formatEnterpriseNumber(document.enterpriseNumber)}`],
        [t('documentPreview.detail.file'), [document.fileName, size].filter(Boolean).join(' · ')],
        [t('documentPreview.detail.stored'), document.storedAt ? formatInstant(document.storedAt) : null],
        [
          t('documentPreview.detail.sha256'),
          document.sha256 && (
            <span className={classes.hash}>
              {document.sha256}
              <CopyButton text={() => document.sha256 ?? ''} />
            </span>
          ),
        ],
        [
          t('documentPreview.detail.labels'),
          others.map((locale) => `${locale.toUpperCase()} ${document.label[locale].trim()}`).join(' · '),
        ],
        ...document.metadata.map(({ name, values }) => [name, values.join(', ')] as const),
        [
          t('documentPreview.detail.uuid'),
          <span key="uuid" className={classes.hash}>
            {document.uuid}
          </span>,
        ],
      ]}
    />
  );
}
