import type { ClientRow } from '#shared/contract/clients.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { TableReturn } from '#shared/contract/vat-tables.ts';
import { cents } from '#shared/domain/cents.ts';
import { idOf } from './random.ts';
import type { VatDouble } from './vat.ts';

type Methods = 'vatTable.read' | 'vatTable.preview' | 'vatTable.apply';

/** A table of figures as an accounting program exported it. */
export function vatTablesDouble(clients: readonly ClientRow[], vat: VatDouble): Handlers<Methods> {
  const open = (client: ClientRow, periodKey: string): string =>
    (vat.entries.find((each) => each.client.id === client.id && each.periodKey === periodKey) ?? vat.add(client, periodKey, 'draft', {}))
      .id;
  const PERIOD = '2026-10';
  const ret = (index: number, action: TableReturn['action'], problems: TableReturn['problems'] = []): TableReturn => ({
    enterpriseNumber: clients[index]?.enterpriseNumber ?? '0999999922',
    clientName: clients[index]?.name ?? null,
    periodKey: PERIOD,
    grids:
      action === 'error'
        ? {}
        : { '03': cents(1_250_000 + index * 100), '54': cents(262_521), '81': cents(412_000), '82': cents(98_765), '59': cents(105_000) },
    action,
    problems,
  });
  const returns = (): TableReturn[] => [
    ret(3, 'error', [
      { code: 'vatTable.ambiguous', place: 'D4', value: '1.234' },
      { code: 'vatTable.sum', place: 'K4', value: '71 = 3.150,00', expected: '3.250,00' },
    ]),
    ret(9_999, 'error', [{ code: 'vatTable.unknownClient', place: 'A9', value: '0999999922' }]),
    ret(4, 'error', [{ code: 'vatTable.filed', place: 'D12', value: '' }]),
    ret(5, 'create'),
    ret(6, 'create', [{ code: 'vatTable.former91', place: 'J7', value: '91' }]),
    ret(7, 'update'),
    ...Array.from({ length: 24 }, (_, index) => ret(20 + index, 'create')),
    { ...ret(8, 'same'), grids: {} },
  ];
  return {
    'vatTable.read': ({ fileName }) => {
      const single = fileName.includes('grille');
      return {
        tableId: idOf(8, 2),
        known: !single,
        rows: single ? 31 : 33,
        otherSheets: single ? 0 : 1,
        said: { enterpriseNumber: null, periodKey: single ? PERIOD : null },
        columns: single
          ? [
              { index: 0, heading: 'Grille', samples: ['00', '01', '02', '03'] },
              { index: 1, heading: 'Libellé', samples: ['Opérations soumises à un régime particulier', 'Ventes 6 %'] },
              { index: 2, heading: 'Montant', samples: ['0,00', '1.250,40', '25.000,00'] },
            ]
          : [
              { index: 0, heading: 'N° d’entreprise', samples: ['BE 0100.000.268', 'BE 0100.000.367'] },
              { index: 1, heading: 'Dénomination', samples: ['Boulangerie Exemple SRL', 'Garage Modèle SRL'] },
              { index: 2, heading: 'Période', samples: ['oct. 2026'] },
              { index: 3, heading: 'Grille 03', samples: ['12.500,00', '9.120,55', '1.234'] },
              { index: 4, heading: 'Grille 54', samples: ['2.625,21', '1.915,32'] },
              { index: 5, heading: 'Grille 81', samples: ['4.120,00'] },
              { index: 6, heading: 'Grille 82', samples: ['987,65'] },
              { index: 7, heading: 'Grille 59', samples: ['1.050,00'] },
              { index: 8, heading: '', samples: ['x'] },
            ],
        mapping: single
          ? { layout: 'columns', enterpriseNumber: null, period: null, gridColumn: 0, amountColumn: 2, grids: {} }
          : {
              layout: 'rows',
              enterpriseNumber: 0,
              period: 2,
              gridColumn: null,
              amountColumn: null,
              grids: { '03': 3, '54': 4, '81': 5, '82': 6, '59': 7 },
            },
      };
    },
    'vatTable.preview': () => ({ returns: returns() }),
    'vatTable.apply': () => ({
      returns: returns().map((each, index) => ({
        ...each,
        returnId: each.action === 'error' ? null : open(clients[index] as ClientRow, PERIOD),
      })),
    }),
  };
}
