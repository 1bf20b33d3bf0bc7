import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import classes from './Step.module.css';

/** Both receipts: stored and opened from here, or awaited under their reference. */
export function ReceiptFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { receipt } = view;
  return (
    <Facts
      items={[
        [t('vatView.receipt.pdf'), <Part key="pdf" view={view} id={receipt.pdfDocumentId} reference={receipt.pdfReference} />],
        [t('vatView.receipt.xml'), <Part key="xml" view={view} id={receipt.xmlDocumentId} reference={receipt.xmlReference} />],
      ]}
    />
  );
}

interface PartProps {
  readonly view: ReturnView;
  readonly id: string | null;
  readonly reference: string | null;
}

function Part({ view, id, reference }: PartProps): ReactNode {
  const t = useT();
  if (!id) return reference ? t('vatView.receipt.waiting', { reference }) : t('vatView.receipt.none');
  return (
    <Link className={classes.link} to={`/documents?work=all&client=${view.clientId}&doc=${id}`} data-testid="receipt-document">
      {t('vatView.receipt.stored')}
    </Link>
  );
}
