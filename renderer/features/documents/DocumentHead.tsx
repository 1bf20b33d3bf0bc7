import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconClockHour4, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Output } from '#shared/contract/index.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatDistance } from '../../i18n/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ArchiveMark } from './ArchiveMark.tsx';
import classes from './DocumentPreview.module.css';
import { dueOf } from './due.ts';
import { FileMenu } from './FileMenu.tsx';
import { HoldChip } from './hold/HoldChip.tsx';
import { Tags } from './Tags.tsx';
import { useDesk } from './use-desk.ts';

type Full = Output<'documents.get'>;

/** What the document is, whose, by when, and what the firm does with it. */
export function DocumentHead({ document, version }: { readonly document: Full; readonly version: string | null }): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const { clientId, clientName } = document;
  return (
    <header className={classes.head}>
      <h2 className={classes.title} title={document.label[t.locale]}>
        {document.label[t.locale].trim()}
      </h2>
      <div className={classes.actions}>
        <WorkMenu document={document} />
        <AssigneeMenu document={document} />
        <FileMenu document={document} version={version} />
      </div>
      <div className={classes.sub}>
        {clientId === null ? (
          <span>{clientName}</span>
        ) : (
          <Link
            className={classes.client}
            to={`/documents?work=all&client=${clientId}&doc=${document.id}`}
            title={t('documentPreview.clientDocuments', { name: clientName })}
            data-testid="doc-client"
          >
            {clientName}
          </Link>
        )}
        <DueChip document={document} />
        <Tags tags={document.tags} most={3} />
        <HoldChip id={document.id} />
        {document.archive !== 'stored' && <ArchiveMark row={document} today={today} />}
      </div>
    </header>
  );
}

/** By when something must be done, with who says so. */
function DueChip({ document }: { readonly document: Full }): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const { dueOn, dueBy } = document;
  const due = dueOf(document, today);
  if (due.kind === 'none') return null;
  if (dueOn === null) {
    return (
      <Chip tone="danger" icon={<IconAlertTriangle />}>
        {t('documentsView.urgent')}
      </Chip>
    );
  }
  const words = [
    t('documentPreview.due', { date: formatDate(dueOn) }),
    today && document.work !== 'done' && formatDistance(today, dueOn, t),
    dueBy && t(`documentPreview.dueBy.${dueBy}`),
  ];
  return (
    <Chip tone={due.tone} icon={due.tone === 'danger' ? <IconAlertTriangle /> : <IconClockHour4 />} testId="doc-due">
      {words.filter(Boolean).join(' · ')}
    </Chip>
  );
}

function WorkMenu({ document }: { readonly document: Full }): ReactNode {
  const t = useT();
  const change = useDesk();
  return (
    <Menu>
      <Menu.Target>
        <Button
          rightSection={<IconChevronDown size={12} aria-hidden />}
          aria-label={t('documentPreview.work', { state: t(`documentsView.work.${document.work}`) })}
          data-testid="doc-work"
        >
          {t(`documentsView.work.${document.work}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['new', 'todo', 'done'] as const).map((work) => (
          <Menu.Item
            key={work}
            rightSection={work === document.work ? <IconCheck size={14} aria-hidden /> : null}
            disabled={work === document.work}
            onClick={() => change({ ids: [document.id] }, { work })}
            data-testid={`doc-work-${work}`}
          >
            {t(`documentsView.markOne.${work}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AssigneeMenu({ document }: { readonly document: Full }): ReactNode {
  const t = useT();
  const change = useDesk();
  const users = useCall('users.list', {}).data?.users ?? [];
  const current = users.find(({ id }) => id === document.assigneeId);
  const give = (assigneeId: string | null) => () => change({ ids: [document.id] }, { assigneeId });
  return (
    <Menu>
      <Menu.Target>
        <Button
          leftSection={current && <IconUser size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          aria-label={`${t('documentPreview.assignee')}: ${current?.name ?? t('documentPreview.nobody')}`}
          title={current?.name ?? t('documentPreview.assign')}
          data-testid="doc-assignee"
        >
          {current?.initials ?? <IconUser size={14} aria-hidden />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {users
          .filter(({ active, id }) => active || id === document.assigneeId)
          .map(({ id, name, initials }) => (
            <Menu.Item
              key={id}
              rightSection={id === document.assigneeId ? <IconCheck size={14} aria-hidden /> : null}
              onClick={give(id)}
              data-testid={`doc-assign-${initials}`}
            >
              {name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item disabled={document.assigneeId === null} onClick={give(null)} data-testid="doc-assign-nobody">
          {t('documentPreview.nobody')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
