import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SavedView } from '#shared/contract/desk.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { UndoToast } from '../../undo/UndoToast.tsx';
import { BUILT_IN_VIEWS, isView, viewOf } from './saved-views.ts';
import { ViewNameForm } from './ViewNameForm.tsx';

export interface SavedViewsProps {
  readonly params: URLSearchParams;
  /** Order of the list, which a saved view keeps. */
  readonly sort: string;
  readonly onParams: (params: URLSearchParams) => void;
}

/** Lists to come back to: those every firm needs, and the firm's own. */
export function SavedViews({ params, sort, onParams }: SavedViewsProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const views = useCall('desk.views', {}).data?.views ?? [];
  const save = useAct('desk.saveView');
  const remove = useAct('desk.deleteView');
  const [naming, setNaming] = useState<'new' | SavedView | null>(null);
  const open = (query: string) => () => onParams(new URLSearchParams(query));
  const current = views.find((view) => isView(view.query, params, sort));
  const builtIn = BUILT_IN_VIEWS.find((view) => isView(view.query, params, sort));
  const mark = (on: boolean) => (on ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />);
  const drop = ({ id, name, query }: SavedView): void =>
    remove.mutate(
      { id },
      {
        onError: problem,
        onSuccess: () =>
          notifications.show({
            id: `view-${id}`,
            message: (
              <UndoToast
                words={t('documentsDesk.viewDeleted', { name })}
                onUndo={() => {
                  notifications.hide(`view-${id}`);
                  save.mutate({ name, query }, { onError: problem });
                }}
              />
            ),
            closeButtonProps: { 'aria-label': t('frame.close') },
          }),
      },
    );
  const keep = (name: string): void => {
    const same = views.find((view) => view.name === name);
    const query =
      naming === 'new' ? viewOf(new URLSearchParams([...params].filter(([part]) => part !== 'sort').concat([['sort', sort]]))) : '';
    const id = naming === 'new' ? same?.id : naming?.id;
    save.mutate(
      { ...(id ? { id } : {}), name, query: naming === 'new' || naming === null ? query : naming.query },
      { onError: problem, onSuccess: () => setNaming(null) },
    );
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={12} aria-hidden />}
            variant="subtle"
            color="gray"
            maw={200}
            data-testid="doc-views"
          >
            {current?.name ?? (builtIn ? t(`documentsDesk.view.${builtIn.id}`) : t('documentsDesk.views'))}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {BUILT_IN_VIEWS.map((view) => (
            <Menu.Item key={view.id} leftSection={mark(view === builtIn)} onClick={open(view.query)} data-testid={`doc-view-${view.id}`}>
              {t(`documentsDesk.view.${view.id}`)}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Label>{t('documentsDesk.viewsOwn')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} leftSection={mark(view === current)} onClick={open(view.query)} data-testid="doc-view-own">
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming('new')} data-testid="doc-view-save">
            {t('documentsDesk.saveView')}
          </Menu.Item>
          {current && (
            <>
              <Menu.Item onClick={() => setNaming(current)} data-testid="doc-view-rename">
                {t('documentsDesk.rename', { name: current.name })}
              </Menu.Item>
              <Menu.Item onClick={() => drop(current)} data-testid="doc-view-delete">
                {t('documentsDesk.delete', { name: current.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <ViewNameForm
          title={t(naming === 'new' ? 'documentsDesk.saveViewTitle' : 'documentsDesk.renameViewTitle')}
          name={naming === 'new' ? '' : naming.name}
          busy={save.isPending}
          onSave={keep}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
