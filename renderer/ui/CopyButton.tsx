import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/context.tsx';
import { copyText } from './copy.ts';

/** Says itself that the text is copied. */
export function CopyButton({
  text,
  label,
  testId,
}: {
  readonly text: () => string;
  readonly label?: string;
  readonly testId?: string;
}): ReactNode {
  const t = useT();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={() => setCopied(copyText(text()))}
      onBlur={() => setCopied(false)}
      onMouseLeave={() => setCopied(false)}
      data-testid={testId}
    >
      {copied ? t('frame.copied') : (label ?? t('frame.copy'))}
    </Button>
  );
}
