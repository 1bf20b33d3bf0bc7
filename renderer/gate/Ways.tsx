import {
  IconChevronDown,
  IconDatabaseImport,
  IconDownload,
  IconKey,
  IconLockOpen,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../i18n/context.tsx';
import { RestoreForm } from '../vault/RestoreForm.tsx';
import { CreateForm } from './CreateForm.tsx';
import classes from './GatePage.module.css';
import { OpenForm } from './OpenForm.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { Retry } from './Retry.tsx';
import type { Shut, Way } from './screens.ts';
import { UpdateWay } from './UpdateWay.tsx';

type Shown = Exclude<Way, 'folder'>;
interface FormProps {
  readonly status: Shut;
}

/** First and open, these need no heading: the page's title asks for them, or their button says it. */
const TITLED: ReadonlySet<Shown> = new Set<Shown>(['create', 'passphrase', 'retry']);

const WAYS: Readonly<Record<Shown, { readonly Icon: TablerIcon; readonly form: (props: FormProps) => ReactNode }>> = {
  create: { Icon: IconKey, form: () => <CreateForm /> },
  passphrase: { Icon: IconLockOpen, form: () => <OpenForm /> },
  code: { Icon: IconKey, form: ({ status }) => <RecoverForm vault={status} /> },
  retry: {
    Icon: IconRefresh,
    form: () => (
      <div className={classes.buttons}>
        <Retry first />
      </div>
    ),
  },
  update: { Icon: IconDownload, form: () => <UpdateWay /> },
  restore: { Icon: IconDatabaseImport, form: ({ status }) => <RestoreForm vault={status} /> },
};

export interface WaysProps extends FormProps {
  readonly ways: readonly Way[];
}

/** The ways out one below the other, one of them open: at first the best. */
export function Ways({ ways, status }: WaysProps): ReactNode {
  const t = useT();
  const id = useId();
  const shown = ways.filter((way): way is Shown => way !== 'folder');
  const [open, setOpen] = useState(shown[0]);
  const nameOf = (way: Shown): string => t(way === 'code' && status.state === 'sealed' ? 'gate.way.forgotten' : `gate.way.${way}`);
  const [first] = shown;
  if (first && shown.length === 1) {
    return (
      <section className={classes.only}>
        {/* A single button says what it does. */}
        {first !== 'retry' && <h2 className={classes.wayTitle}>{nameOf(first)}</h2>}
        {WAYS[first].form({ status })}
      </section>
    );
  }
  return (
    <div className={classes.ways}>
      {shown.map((way) => {
        const { Icon, form } = WAYS[way];
        const isOpen = way === open;
        return (
          <section key={way} className={classes.way} data-open={isOpen || undefined}>
            <h2 className={classes.wayTitle} hidden={isOpen && way === first && TITLED.has(way)}>
              <button
                type="button"
                className={classes.wayButton}
                aria-expanded={isOpen}
                aria-controls={`${id}-${way}`}
                onClick={() => setOpen(way)}
                data-testid={`gate-way-${way}`}
              >
                <Icon size={16} aria-hidden />
                <span className={classes.wayName}>{nameOf(way)}</span>
                <IconChevronDown className={classes.chevron} size={16} aria-hidden />
              </button>
            </h2>
            <div id={`${id}-${way}`} className={classes.wayBody} hidden={!isOpen}>
              {isOpen && form({ status })}
            </div>
          </section>
        );
      })}
    </div>
  );
}
