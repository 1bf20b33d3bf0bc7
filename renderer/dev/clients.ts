import type { ClientRow } from '#shared/contract/clients.ts';
import { idOf, numberOf, seeded } from './random.ts';

const TRADES = [
  'Boulangerie',
  'Garage',
  'Menuiserie',
  'Bakkerij',
  'Schrijnwerkerij',
  'Apotheek',
  'Bureau',
  'Drukkerij',
  'Fleurs',
  'Bäckerei',
  'Taverne',
  'Elektro',
  'Transport',
  'Imprimerie',
];
const NAMES = [
  'Delcourt',
  'Van den Berghe',
  'Lemaire',
  'Peeters',
  'Schmitz',
  'Maes',
  'Dubois',
  'Janssens',
  'Claes',
  'Wauters',
  'Hermans',
  'Lambert',
  'De Smet',
  'Goossens',
  'Renard',
];
const FORMS = ['SRL', 'BV', 'SA', 'NV', 'SC'];
const CITIES = [
  ['1000', 'Bruxelles'],
  ['9000', 'Gent'],
  ['4000', 'Liège'],
  ['2000', 'Antwerpen'],
  ['4700', 'Eupen'],
  ['5000', 'Namur'],
] as const;

export function makeClients(count: number): ClientRow[] {
  const random = seeded(7);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: count }, (_, index): ClientRow => {
    const [postCode, city] = pick(CITIES);
    const trouble = index === 4 ? 'sync.noMandate' : null;
    return {
      id: idOf(1, index),
      enterpriseNumber: numberOf(index),
      name: index === 0 ? 'Cabinet Exemple SRL' : `${pick(TRADES)} ${pick(NAMES)} ${pick(FORMS)}`,
      street: `Rue de l’Exemple ${index + 1}`,
      postCode,
      city,
      countryCode: 'BE',
      email: `info${index}@example.test`,
      phone: '+32 2 555 00 00',
      language: pick(['fr', 'nl', 'de'] as const),
      regime: index === 0 ? null : random() < 0.4 ? 'month' : 'quarter',
      isFirm: index === 0,
      folderCode: '',
      archived: false,
      leaving: 0,
      version: 1,
      documents: Math.floor(20 + random() * 60),
      newDocuments: random() < 0.4 ? Math.floor(random() * 9) : 0,
      urgent: random() < 0.08 ? 1 : 0,
      lastSuccess: trouble ? null : '2026-11-23T06:42:00.000Z',
      trouble,
    };
  });
}
