import { type ReactNode, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import classes from './PdfTools.module.css';

/** The page that is read; typing another number and Enter leads there. */
export function PageField({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onPage(Math.min(wanted, pages));
    setTyped(null);
  };
  return (
    <span className={classes.page} data-testid="pdf-page">
      <input
        className={classes.number}
        value={typed ?? String(page)}
        inputMode="numeric"
        style={{ width: `${String(pages).length + 2.5}ch` }}
        aria-label={t('documentPreview.goTo')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            event.stopPropagation();
          }
        }}
        data-testid="pdf-page-number"
      />
      {t('documentPreview.ofPages', { pages })}
    </span>
  );
}
