import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { type Line, type Token, xmlTokens } from './lines.ts';
import classes from './TextView.module.css';

export interface TextLineProps {
  readonly line: Line;
  readonly look: 'xml' | 'plain' | 'prose';
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Which of the marks is looked at. */
  readonly now: number | null;
}

/** Indent of a level, in pixels, and the deepest level that is still indented. */
const INDENT = 14;
const DEEPEST = 16;

export function TextLine({ line, look, folded, onFold, marks, now }: TextLineProps): ReactNode {
  const t = useT();
  const tokens: readonly Token[] = look === 'xml' ? xmlTokens(line.text) : [{ kind: 'text', text: line.text }];
  let at = 0;
  const parts = tokens.map((token) => {
    const start = at;
    at += token.text.length;
    return { ...token, start };
  });
  const Icon = folded ? IconChevronRight : IconChevronDown;
  return (
    <div className={classes.line} data-look={look} style={{ paddingLeft: 20 + INDENT * Math.min(DEEPEST, line.depth) }}>
      {line.end !== null && look === 'xml' && (
        <button
          type="button"
          className={classes.fold}
          onClick={onFold}
          aria-expanded={!folded}
          aria-label={t(folded ? 'documentPreview.unfoldLine' : 'documentPreview.foldLine')}
        >
          <Icon size={12} aria-hidden />
        </button>
      )}
      {parts.map(({ kind, text, start }) => (
        <span key={start} data-kind={kind}>
          {marked(text, start, marks, now)}
        </span>
      ))}
      {folded && <span className={classes.more}> … </span>}
      {line.text === '' && '\u00a0'}
    </div>
  );
}

/** The part of a line that begins at `start`, with what of the marks lies in it. */
function marked(text: string, start: number, marks: TextLineProps['marks'], now: number | null): ReactNode {
  const inside = marks
    .map(([from, to], index) => ({ from: Math.max(0, from - start), to: Math.min(text.length, to - start), index }))
    .filter(({ from, to }) => to > from);
  if (inside.length === 0) return text;
  return (
    <>
      {inside.map(({ from, to, index }, order) => (
        <Fragment key={from}>
          {text.slice(inside[order - 1]?.to ?? 0, from)}
          <mark data-now={index === now || undefined}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(inside.at(-1)?.to)}
    </>
  );
}
