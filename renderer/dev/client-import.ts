import type { ClientRow } from '#shared/contract/clients.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import { idOf } from './random.ts';

type Methods = 'clientImport.read' | 'clientImport.preview' | 'clientImport.apply' | 'clients.archive' | 'clients.merge' | 'shell.export';

/** A list of clients as some other program exported it. */
export function clientImportDouble(clients: ClientRow[], emit: (...topics: Topic[]) => void): Handlers<Methods> {
  const counts = { create: 2, update: 1, same: 140, error: 2 };
  return {
    'clientImport.read': () => ({
      tableId: idOf(8, 1),
      rows: 145,
      columns: [
        { index: 0, heading: 'Dossiernummer', samples: ['A001', 'A002', 'B014'] },
        { index: 1, heading: 'Naam', samples: ['Bakkerij Peeters BV', 'Garage Lemaire SRL', 'Apotheek Maes NV'] },
        { index: 2, heading: 'BTW-nummer', samples: ['BE 0100.000.268', 'BE 0100.000.367', 'BE 0100.000.466'] },
        { index: 3, heading: 'Gemeente', samples: ['Gent', 'Liège', 'Antwerpen'] },
        { index: 4, heading: '', samples: ['x', '', 'x'] },
      ],
      mapping: { folderCode: 0, name: 1, enterpriseNumber: 2, city: 3 },
    }),
    'clientImport.preview': () => ({
      counts,
      rows: [
        {
          row: 2,
          enterpriseNumber: '0100000268',
          name: 'Bakkerij Peeters BV',
          action: 'update',
          changes: [{ field: 'city', before: 'Gand', after: 'Gent' }],
          problems: [],
        },
        { row: 3, enterpriseNumber: '0100000367', name: 'Garage Lemaire SRL', action: 'create', changes: [], problems: [] },
        {
          row: 4,
          enterpriseNumber: '0100000466',
          name: 'Apotheek Maes NV',
          action: 'create',
          changes: [],
          problems: [{ code: 'clientImport.language', field: 'language', value: 'Italiano' }],
        },
        {
          row: 9,
          enterpriseNumber: 'BE 0100.000.111',
          name: 'Taverne Exemple',
          action: 'error',
          changes: [],
          problems: [{ code: 'clientImport.number', field: 'enterpriseNumber', value: 'BE 0100.000.111' }],
        },
        {
          row: 12,
          enterpriseNumber: '',
          name: 'Zonder nummer',
          action: 'error',
          changes: [],
          problems: [{ code: 'clientImport.numberMissing', field: 'enterpriseNumber', value: '' }],
        },
      ],
    }),
    'clientImport.apply': () => {
      emit('clients');
      return { counts };
    },
    'clients.archive': ({ ids, archived }) => {
      for (const [index, client] of clients.entries()) if (ids.includes(client.id)) clients[index] = { ...client, archived };
      emit('clients');
      return { changed: ids.length, undoId: null };
    },
    'clients.merge': () => ({ documents: 12, undoId: idOf(9, 1) }),
    'shell.export': () => ({ saved: true, documents: 41, missing: 2, bytes: 4_000_000 }),
  };
}
