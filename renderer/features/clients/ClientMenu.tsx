import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowMerge, IconDotsVertical, IconFileZip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ClientRow } from '#shared/contract/clients.ts';
import { useT } from '../../i18n/context.tsx';
import { MayItem } from '../../people/MayItem.tsx';

export interface ClientMenuActions {
  readonly dossier: (row: ClientRow) => void;
  readonly archive: (row: ClientRow) => void;
  readonly merge: (row: ClientRow) => void;
}

/** What is done with a client now and then. */
export function ClientMenu({ row, actions }: { readonly row: ClientRow; readonly actions: ClientMenuActions }): ReactNode {
  const t = useT();
  const Archive = row.archived ? IconArchiveOff : IconArchive;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          size={26}
          aria-label={t('frame.actions')}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          data-testid="client-more"
        >
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconFileZip size={14} aria-hidden />} onClick={() => actions.dossier(row)} data-testid="client-dossier">
          {t('clientActions.dossier')}
        </Menu.Item>
        {!row.isFirm && (
          <>
            <MayItem
              needs="clients.merge"
              leftSection={<IconArrowMerge size={14} aria-hidden />}
              onClick={() => actions.merge(row)}
              data-testid="client-merge"
            >
              {t('clientActions.merge')}
            </MayItem>
            <MayItem
              needs="clients.archive"
              leftSection={<Archive size={14} aria-hidden />}
              onClick={() => actions.archive(row)}
              data-testid="client-archive"
            >
              {t(row.archived ? 'clientActions.unarchive' : 'clientActions.archive')}
            </MayItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
