import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import classes from './Step.module.css';

/** The exact bytes that go out, with their hash. */
export function XmlText({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const xml = useCall('vat.xml', { id: view.id });
  return (
    <section>
      <h2 className={classes.title}>{t(xml.data?.frozen ? 'vatView.review.xmlFrozen' : 'vatView.review.xml')}</h2>
      {xml.error && <Failure error={xml.error} onRetry={() => void xml.refetch()} />}
      {!xml.data && !xml.error && <Waiting rows={6} />}
      {xml.data && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the text */}
          <pre className={classes.xml} tabIndex={0} data-testid="vat-xml">
            {xml.data.xml}
          </pre>
          <div className={classes.hash} data-testid="vat-sha256">
            SHA-256 {xml.data.sha256}
          </div>
          <div className={classes.tools}>
            <CopyButton text={() => xml.data?.xml ?? ''} label={t('vatView.review.copyXml')} />
          </div>
        </>
      )}
    </section>
  );
}
