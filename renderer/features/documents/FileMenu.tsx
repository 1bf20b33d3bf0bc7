import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDeviceFloppy, IconDots, IconExternalLink, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useProblem } from '../../ui/use-problem.ts';

/** Ways out of the archive: into another program, a folder, a file. */
export function FileMenu({
  document,
  version,
}: {
  readonly document: Output<'documents.get'>;
  readonly version: string | null;
}): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = useAct('shell.openDocument');
  const show = useAct('shell.showInFolder');
  const save = useAct('shell.saveDocument');
  const disabled = document.archive !== 'stored' && version === null;
  const content = { id: document.id, ...(version === null ? {} : { version }) };
  return (
    <>
      <Button
        disabled={disabled}
        loading={open.isPending}
        leftSection={<IconExternalLink size={14} aria-hidden />}
        onClick={() => open.mutate(content, { onError: problem })}
        title={t('documentPreview.openText')}
        data-testid="doc-open"
      >
        {t('documentPreview.open')}
      </Button>
      <Menu>
        <Menu.Target>
          <ActionIcon
            variant="default"
            disabled={disabled}
            aria-label={t('documentPreview.more')}
            title={t('documentPreview.more')}
            data-testid="doc-more"
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            onClick={() => save.mutate(content, { onError: problem })}
            data-testid="doc-save"
          >
            {t(version === null ? 'documentPreview.saveAs' : 'documentPreview.saveFormer')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFolder size={14} aria-hidden />}
            onClick={() => show.mutate(content, { onError: problem })}
            data-testid="doc-show-in-folder"
          >
            {t('documentPreview.showInFolder')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
