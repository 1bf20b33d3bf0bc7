import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { type ShownState, STATES } from './states.ts';

export function StateMark({ state, bare = false }: { readonly state: ShownState; readonly bare?: boolean }): ReactNode {
  const t = useT();
  const { icon: Icon, tone } = STATES[state];
  return (
    <Chip tone={tone} icon={<Icon />} bare={bare} testId={`state-${state}`}>
      {t(`vatView.state.${state}`)}
    </Chip>
  );
}
