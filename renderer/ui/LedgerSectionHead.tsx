import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '../i18n/format.ts';
import classes from './Ledger.module.css';
import type { LedgerSection } from './ledger-layout.ts';

export interface LedgerSectionHeadProps {
  readonly section: LedgerSection;
  /** Its place among all that the list shows. */
  readonly place: number;
  /** Columns it spans. */
  readonly span: number;
  /** Distance from the first row in px; `null`: it stays under the head of the list. */
  readonly top: number | null;
  readonly onFold: ((key: string) => void) | undefined;
}

/** The head of a section: its name, how many rows it holds, and whether they are folded away. */
export function LedgerSectionHead({ section, place, span, top, onFold }: LedgerSectionHeadProps): ReactNode {
  const Icon = section.folded ? IconChevronRight : IconChevronDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a row of a grid; the grid holds the focus
    <div
      role="row"
      aria-rowindex={place + 2}
      className={classes.section}
      data-sticky={top === null || undefined}
      data-testid="ledger-section"
      data-key={section.key}
      {...(top === null ? {} : { style: { transform: `translateY(${top}px)` } })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above */}
      <div role="gridcell" aria-colspan={span} className={classes.sectionCell}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!section.folded}
          onClick={() => onFold?.(section.key)}
          tabIndex={top === null ? 0 : -1}
        >
          <Icon size={14} aria-hidden />
          <span className={classes.sectionName}>{section.label}</span>
          <span className={classes.sectionCount}>{formatCount(section.count)}</span>
        </button>
      </div>
    </div>
  );
}
