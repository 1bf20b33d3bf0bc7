import type { ReactNode } from 'react';
import classes from './Initials.module.css';

/** Who, at a glance; the name stands beside it for a screen reader. */
export function Initials({ of }: { readonly of: string }): ReactNode {
  return (
    <span className={classes.initials} aria-hidden>
      {of}
    </span>
  );
}
