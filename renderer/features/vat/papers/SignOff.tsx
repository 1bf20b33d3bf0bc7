import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import classes from './Papers.module.css';
import { SignOffForm } from './SignOffForm.tsx';

/** That the client agreed: who, when and what proves it. */
export function SignOff({ view, today }: { readonly view: ReturnView; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { signOff } = view;
  return (
    <section data-testid="sign-off">
      <h2 className={classes.heading}>{t('vatPapersView.signOff')}</h2>
      <div className={classes.row}>
        <span className={classes.what}>
          {signOff ? t('vatPapersView.signOffDone', { who: signOff.who, on: formatDate(signOff.on) }) : t('vatPapersView.signOffNone')}
          {signOff?.fileName && ` · ${signOff.fileName}`}
        </span>
        <MayButton needs="vat.signOff" variant="subtle" onClick={() => setAsking(true)} data-testid="sign-off-record">
          {t(signOff ? 'vatPapersView.signOffChange' : 'vatPapersView.signOffRecord')}
        </MayButton>
      </div>
      {asking && <SignOffForm view={view} today={today} onClose={() => setAsking(false)} />}
    </section>
  );
}
