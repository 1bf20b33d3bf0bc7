import { Button, Modal, Progress, Radio } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import type { Book } from './book.ts';
import type { Turn } from './layout.ts';
import classes from './PrintDialog.module.css';
import { printPages } from './print-pages.ts';

export interface PrintDialogProps {
  readonly book: Book;
  readonly turn: Turn;
  readonly onClose: () => void;
  /** Told how many pages the system's dialog got. */
  readonly onPrinted: (pages: number) => void;
}

/** Which pages go to the system's print dialog. */
export function PrintDialog({ book, turn, onClose, onPrinted }: PrintDialogProps): ReactNode {
  const t = useT();
  const [some, setSome] = useState(false);
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState(String(book.pages));
  const [at, setAt] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => current.abort();
  }, []);
  const first = some ? Number(from) : 1;
  const last = some ? Number(to) : book.pages;
  const right = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= book.pages;
  const count = right ? last - first + 1 : 0;
  const print = (): void => {
    if (!right) return;
    setFailed(false);
    printPages({ book, from: first, to: last, turn, onPage: (page) => setAt(page - first + 1), signal: stop.current.signal }).then(
      () => {
        onPrinted(count);
        onClose();
      },
      () => {
        setAt(null);
        setFailed(!stop.current.signal.aborted);
      },
    );
  };
  const field = (value: string, change: (value: string) => void, label: string, testId: string): ReactNode => (
    <label className={classes.field}>
      {label}
      <input
        value={value}
        inputMode="numeric"
        aria-invalid={some && !right}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={() => setSome(true)}
        data-testid={testId}
      />
    </label>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('documentPreview.printTitle')}
      size={400}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          print();
        }}
        data-testid="print-dialog"
      >
        <Radio
          checked={!some}
          onChange={() => setSome(false)}
          label={t('documentPreview.printAll', { pages: book.pages })}
          name="pages"
          size="sm"
        />
        <Radio
          checked={some}
          onChange={() => setSome(true)}
          label={t('documentPreview.printRange')}
          name="pages"
          size="sm"
          data-testid="print-some"
        />
        <div className={classes.range}>
          {field(from, setFrom, t('documentPreview.printFrom'), 'print-from')}
          {field(to, setTo, t('documentPreview.printTo'), 'print-to')}
        </div>
        {some && !right && <p className={classes.wrong}>{t('documentPreview.printWrong', { pages: book.pages })}</p>}
        {failed && <p className={classes.wrong}>{t('documentPreview.broken')}</p>}
        {at !== null && (
          <div role="status">
            {t('documentPreview.printing', { page: at, pages: count })}
            <Progress value={(100 * at) / Math.max(1, count)} size="sm" aria-label={t('documentPreview.printTitle')} />
          </div>
        )}
        <div className={classes.buttons}>
          <Button onClick={onClose} variant="default">
            {t('documentPreview.cancel')}
          </Button>
          <Button type="submit" variant="filled" disabled={!right || at !== null} data-autofocus data-testid="print-now">
            {t('documentPreview.printNow', { count })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
