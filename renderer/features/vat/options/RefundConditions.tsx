import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { type MessageKey, messages } from '#shared/i18n/messages.ts';
import { useT } from '../../../i18n/context.tsx';
import classes from './ReturnOptions.module.css';

const isMessage = (key: string): key is MessageKey => key in messages;

/** What a refund hangs on, and how it stands with each. */
export function RefundConditions({ view, asked }: { readonly view: ReturnView; readonly asked: boolean }): ReactNode {
  const t = useT();
  if (view.refund.length === 0) return null;
  return (
    <ul className={classes.conditions} data-testid="refund-conditions">
      {view.refund.map(({ code, met }) => {
        // What the box says now counts, not what was saved a moment ago.
        const now = code === 'asked' ? asked : met;
        const Icon = now === null ? IconQuestionMark : now ? IconCheck : IconX;
        const key = `vat.refund.${code}`;
        const state = now === null ? 'unknown' : now ? 'met' : 'missing';
        return (
          <li key={code} data-met={state}>
            <Icon size={14} role="img" aria-label={t(`vatGrids.refund.${state}`)} /> <span>{isMessage(key) ? t(key) : code}</span>
          </li>
        );
      })}
    </ul>
  );
}
