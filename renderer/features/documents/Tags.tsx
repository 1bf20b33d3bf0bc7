import type { ReactNode } from 'react';
import classes from './columns.module.css';

/** The first tags of a document, and how many more there are. */
export function Tags({ tags, most }: { readonly tags: readonly string[]; readonly most: number }): ReactNode {
  if (tags.length === 0) return null;
  const more = tags.length - most;
  return (
    <span className={classes.tags} title={tags.join(', ')}>
      {tags.slice(0, most).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      {more > 0 && <span className={classes.moreTags}>+{more}</span>}
    </span>
  );
}
