import { notifications } from '@mantine/notifications';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { UndoToast } from '../../../undo/UndoToast.tsx';

const SHOWN_MS = 8_000;

/** Says which return was put aside, with the button that takes it back. */
export function useDiscardedToast(): (view: ReturnView) => void {
  const t = useT();
  const problem = useProblem();
  const { mutateAsync } = useAct('vat.restore');
  return ({ id, clientName, periodKey }) => {
    const toast = `discarded ${id}`;
    notifications.show({
      id: toast,
      message: (
        <UndoToast
          words={t('vatDiscard.done', { name: clientName, period: formatPeriod(periodKey, t) })}
          onUndo={() => {
            notifications.hide(toast);
            mutateAsync({ id }).catch(problem);
          }}
        />
      ),
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': t('frame.close') },
    });
  };
}
