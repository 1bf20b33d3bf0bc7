import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconFiles, IconReceiptTax, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { matches } from '../ui/match.ts';
import { useProblem } from '../ui/use-problem.ts';
import { VIEWS } from './views.ts';

const CLIENTS_SHOWN = 6;

/** Jump anywhere: views, clients, the few actions that fit everywhere. Fetched at the first Ctrl K. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const clients = useCall('clients.list', {}).data?.clients ?? [];
  const start = useAct('sync.start');
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), []);
  const go = (path: string) => () => void navigate(path);

  const views: SpotlightActionData[] = VIEWS.map(({ id, path, icon: Icon }) => ({
    id,
    label: t(`frame.nav.${id}`),
    leftSection: <Icon size={16} aria-hidden />,
    onClick: go(path),
  })).filter((action) => matches(action.label, query));
  const actions: SpotlightActionData[] = [
    { id: 'sync', label: t('frame.fetchAll'), onClick: () => start.mutate({}, { onError: problem }) },
    { id: 'add-client', label: t('clientsView.add'), onClick: go('/clients?edit=new') },
    { id: 'connections', label: t('frame.toConnections'), onClick: go('/settings/connections') },
  ].filter((action) => matches(action.label, query));
  const found =
    query === ''
      ? []
      : clients.filter((client) =>
          matches(`${client.name} ${client.enterpriseNumber} ${formatEnterpriseNumber(client.enterpriseNumber)}`, query),
        );
  const groups: SpotlightActionGroupData[] = [
    ...(found.length > 0
      ? [
          {
            group: t('frame.nav.clients'),
            actions: found.slice(0, CLIENTS_SHOWN).flatMap((client): SpotlightActionData[] => [
              {
                id: `documents-${client.id}`,
                label: t('frame.documentsOf', { name: client.name }),
                description: formatEnterpriseNumber(client.enterpriseNumber),
                leftSection: <IconFiles size={16} aria-hidden />,
                onClick: go(`/documents?client=${client.id}&work=all`),
              },
              {
                id: `vat-${client.id}`,
                label: t('frame.vatOf', { name: client.name }),
                leftSection: <IconReceiptTax size={16} aria-hidden />,
                onClick: go(`/vat/client/${client.id}`),
              },
            ]),
          },
        ]
      : []),
    { group: t('frame.views'), actions: views },
    { group: t('frame.actions'), actions },
    ...(query === ''
      ? []
      : [
          {
            group: t('frame.nav.documents'),
            actions: [
              {
                id: 'text',
                label: t('frame.searchDocuments', { text: query }),
                leftSection: <IconSearch size={16} aria-hidden />,
                onClick: go(`/documents?work=all&text=${encodeURIComponent(query)}`),
              },
            ],
          },
        ]),
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      onSpotlightClose={onClose}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('frame.search') } }}
      nothingFound={t('frame.nothingFound')}
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      transitionProps={{ duration: 80 }}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: t('frame.search'),
        'aria-label': t('frame.search'),
        ...{ 'data-testid': 'palette-search' },
      }}
    />
  );
}
