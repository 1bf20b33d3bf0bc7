import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy, IconPencil, IconScan, IconTag, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { FactSource } from '#shared/contract/documents.ts';
import type { Fact, FactKind } from '#shared/contract/reading.ts';
import { useT } from '../../../i18n/context.tsx';
import { copyText } from '../../../ui/copy.ts';
import classes from './FactsPanel.module.css';
import { factCopy, factText } from './fact-text.ts';

const ICONS: Readonly<Record<FactSource, typeof IconScan>> = { machine: IconScan, person: IconUserCheck, label: IconTag };

export interface FactRowProps {
  readonly fact: Fact;
  readonly pointed: boolean;
  readonly onPoint: (kind: FactKind | null) => void;
  readonly onEdit: () => void;
}

/** One fact: its value leads to its place in the page. */
export function FactRow({ fact, pointed, onPoint, onEdit }: FactRowProps): ReactNode {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const { kind, value, written, source, page } = fact;
  const name = t(`documentFacts.kind.${kind}`);
  const text = value === null ? t('documentFacts.noValue') : factText(kind, value, t);
  const Icon = ICONS[source];
  const title = [
    t(`documentFacts.source.${source}`),
    written && t('documentFacts.written', { written }),
    page !== null && t('documentFacts.onPage', { page }),
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <div className={classes.fact} data-pointed={pointed || undefined} data-testid={`fact-${kind}`}>
      <dt className={classes.kind}>{name}</dt>
      <dd className={classes.value}>
        {page === null ? (
          <span className={classes.text} title={title} data-none={value === null || undefined} data-testid="fact-value">
            {text}
          </span>
        ) : (
          <button
            type="button"
            className={classes.text}
            title={title}
            aria-label={`${text} (${t('documentFacts.show', { kind: name })})`}
            onMouseEnter={() => onPoint(kind)}
            onMouseLeave={() => onPoint(null)}
            onFocus={() => onPoint(kind)}
            onBlur={() => onPoint(null)}
            onClick={() => onPoint(kind)}
            data-testid="fact-value"
          >
            {text}
          </button>
        )}
        {/* The panel's own title says it of what the machine read. */}
        {source !== 'machine' && (
          <span className={classes.source} data-source={source} title={t(`documentFacts.source.${source}`)}>
            <Icon size={12} aria-hidden />
            {t(`documentFacts.short.${source}`)}
          </span>
        )}
        <span className={classes.buttons}>
          {value !== null && (
            <ActionIcon
              size={20}
              aria-label={copied ? t('frame.copied') : t('documentFacts.copy', { kind: name })}
              title={copied ? t('frame.copied') : t('documentFacts.copy', { kind: name })}
              onClick={() => setCopied(copyText(factCopy(kind, value)))}
              onBlur={() => setCopied(false)}
              data-testid="fact-copy"
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          )}
          <ActionIcon
            size={20}
            aria-label={t('documentFacts.edit', { kind: name })}
            title={t('documentFacts.edit', { kind: name })}
            onClick={onEdit}
            data-testid="fact-edit"
          >
            <IconPencil size={14} />
          </ActionIcon>
        </span>
      </dd>
    </div>
  );
}
