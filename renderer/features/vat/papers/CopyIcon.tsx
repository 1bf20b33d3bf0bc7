import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { copyText } from '../../../ui/copy.ts';

export interface CopyIconProps {
  readonly text: string;
  readonly name: string;
  readonly testId?: string;
}

/** Copies one value of a line; says whose it is, and that it is done. */
export function CopyIcon({ text, name, testId }: CopyIconProps): ReactNode {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const reset = (): void => setCopied(false);
  return (
    <Tooltip label={t(copied ? 'frame.copied' : 'frame.copy')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`${t(copied ? 'frame.copied' : 'frame.copy')}: ${name}`}
        onClick={() => setCopied(copyText(text))}
        onBlur={reset}
        onMouseLeave={reset}
        data-testid={testId}
      >
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
