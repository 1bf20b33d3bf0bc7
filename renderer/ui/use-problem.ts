import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useT } from '../i18n/context.tsx';

/** Shows an error of an action that has no place of its own on the screen; it stays until closed. */
export function useProblem(): (error: ErrorShape) => void {
  const t = useT();
  return useCallback(
    (error) => {
      notifications.show({
        color: 'red',
        message: t.error(error),
        autoClose: false,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('frame.close') },
      });
    },
    [t],
  );
}
