import { Menu, type MenuItemProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WindowMethod } from '#shared/contract/index.ts';
import classes from './MayItem.module.css';
import { useMay } from './use-may.ts';

export interface MayItemProps extends MenuItemProps {
  readonly needs: WindowMethod;
  readonly onClick: () => void;
  readonly 'data-testid': string;
}

/** An entry of a menu whose call needs a role: who does not have it reads why beneath its name. */
export function MayItem({ needs, children, ...props }: MayItemProps): ReactNode {
  const { may, why } = useMay(needs);
  return (
    <Menu.Item {...props} disabled={!may}>
      {children}
      {why && <span className={classes.why}>{why}</span>}
    </Menu.Item>
  );
}
