import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react';
import type { WindowMethod } from '#shared/contract/index.ts';
import { useMay } from './use-may.ts';

export interface MayButtonProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** The call the button leads to; with `input` where what is asked for decides who may. */
  readonly needs: WindowMethod;
  readonly input?: object | undefined;
  readonly [data: `data-${string}`]: unknown;
}

const swallow = (event: MouseEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

/**
 * A button whose call needs a role. Who does not have it reads why, and who has: so it keeps the pointer and the keyboard, and only does
 * nothing. A form with such a button is not sent by the return key either.
 */
export function MayButton({ needs, input, ...props }: MayButtonProps): ReactNode {
  const { why } = useMay(needs, input);
  if (why === undefined) return <Button {...props} />;
  return (
    <Tooltip label={why} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button {...props} disabled={false} data-disabled aria-disabled title={undefined} onClick={swallow} data-primary={undefined} />
    </Tooltip>
  );
}
