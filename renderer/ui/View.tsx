import type { ReactNode } from 'react';
import classes from './View.module.css';

export interface ViewProps {
  readonly title: ReactNode;
  /** Beside the title: the parts of the view to choose from. */
  readonly tabs?: ReactNode;
  /** Beside the title: a count or a sentence. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly toolbar?: ReactNode;
  readonly children: ReactNode;
  readonly testId: string;
  /** Scrolls as a page; lists scroll by themselves. */
  readonly scroll?: boolean;
}

/** The frame of a view: title line, tools, content. */
export function View({ title, tabs, note, actions, toolbar, children, testId, scroll = false }: ViewProps): ReactNode {
  return (
    <section className={classes.view} data-testid={testId}>
      <header className={classes.head} data-tabs={tabs ? true : undefined}>
        <h1 className={classes.title} title={typeof title === 'string' ? title : undefined}>
          {title}
        </h1>
        {tabs}
        {note && <div className={classes.note}>{note}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {toolbar && <div className={classes.toolbar}>{toolbar}</div>}
      <div className={classes.content} data-scroll={scroll || undefined}>
        {children}
      </div>
    </section>
  );
}
