import { HALF_MONTHLY } from '../options.ts';
import { syntheticEnterprise, syntheticNationalNumber } from './numbers.ts';
import { chance } from './prng.ts';

export type Language = 'fr' | 'nl' | 'de';
export type Regime = 'month' | 'quarter';

/** An enterprise of the synthetic world. */
export interface Party {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly street: string;
  readonly postCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly email: string;
  readonly phone: string;
  readonly language: Language;
  readonly regime: Regime;
  /** National number of the person who may consent for it. */
  readonly representative: string;
}

/** A natural person who can sit at the consent page. */
export interface Person {
  readonly nationalNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  /** What the consent page says about the person. */
  readonly role: 'representative' | 'person' | 'staff' | 'clientRepresentative';
  /** Enterprises the person may legally consent for. */
  readonly represents: readonly string[];
}

export const FIRM = '0100000169';
/** A second firm with other mandates (scenario M09). */
export const SECOND_FIRM = syntheticEnterprise(7);
export const REPRESENTATIVE = '91062299903';
export const PERSON = '85031799906';
export const STAFF = '01010199995';

interface Vocabulary {
  readonly trades: readonly string[];
  readonly invented: readonly string[];
  readonly form: string;
  readonly street: string;
  readonly places: readonly (readonly [string, string])[];
  readonly given: readonly string[];
  readonly family: readonly string[];
}

// Every name says that it is invented, so that no list of these clients can be mistaken for a real one.
const WORDS: Readonly<Record<Language, Vocabulary>> = {
  fr: {
    trades: [
      'Boulangerie',
      'Menuiserie',
      'Garage',
      'Librairie',
      'Imprimerie',
      'Fleuriste',
      'Brasserie',
      'Toitures',
      'Atelier',
      'Transports',
    ],
    invented: ['Fictive du Nord', 'de l’Exemple', 'Imaginaire', 'du Pays Inventé', 'Modèle', 'de la Fiction'],
    form: 'SRL',
    street: 'Rue Fictive',
    places: [
      ['5000', 'Namur'],
      ['4000', 'Liège'],
      ['1300', 'Wavre'],
      ['7000', 'Mons'],
      ['6700', 'Arlon'],
    ],
    given: ['Aline', 'Basile', 'Clarisse', 'Damien', 'Elvire', 'Florent'],
    family: ['Modèle', 'Lexemple', 'Delafiction', 'Imaginet'],
  },
  nl: {
    trades: [
      'Bakkerij',
      'Schrijnwerkerij',
      'Garage',
      'Boekhandel',
      'Drukkerij',
      'Bloemen',
      'Brouwerij',
      'Dakwerken',
      'Atelier',
      'Transport',
    ],
    invented: ['Voorbeeld', 'Verzonnen Land', 'De Fictie', 'Het Model', 'Denkbeeldig', 'Uit de Duim'],
    form: 'BV',
    street: 'Fictiestraat',
    places: [
      ['9000', 'Gent'],
      ['2000', 'Antwerpen'],
      ['3000', 'Leuven'],
      ['8000', 'Brugge'],
      ['3500', 'Hasselt'],
    ],
    given: ['Anke', 'Bavo', 'Caro', 'Dries', 'Elke', 'Floris'],
    family: ['Voorbeelds', 'Van Fictie', 'Modelmans', 'De Verzonne'],
  },
  de: {
    trades: ['Bäckerei', 'Schreinerei', 'Autohaus', 'Buchhandlung', 'Druckerei', 'Dachdeckerei'],
    invented: ['Musterbeispiel', 'Fiktivia', 'Beispielhaft', 'Ohnegleichen Muster'],
    form: 'GmbH',
    street: 'Musterweg',
    places: [
      ['4700', 'Eupen'],
      ['4780', 'Sankt Vith'],
      ['4720', 'Kelmis'],
    ],
    given: ['Anja', 'Bernd', 'Carla', 'Dirk'],
    family: ['Mustermann', 'Beispielt', 'Erdacht'],
  },
};

const FIXED: readonly (readonly [number, Language, Regime])[] = [
  [2, 'fr', 'month'],
  [3, 'nl', 'quarter'],
  [4, 'fr', 'month'],
  [5, 'nl', 'quarter'],
  [6, 'de', 'month'],
];

const nationalNumberOf = (index: number): string => syntheticNationalNumber(1950 + (index % 45), 1 + (index % 12), 1 + (index % 28));

function party(seed: number, index: number, language: Language, regime: Regime): Party {
  const luck = chance(seed, `party/${index}`);
  const words = WORDS[language];
  const enterpriseNumber = syntheticEnterprise(index);
  const [postCode, city] = luck.pick(words.places);
  return {
    enterpriseNumber,
    name: `${luck.pick(words.trades)} ${luck.pick(words.invented)} ${index} ${words.form}`,
    street: `${words.street} ${luck.int(1, 199)}`,
    postCode,
    city,
    countryCode: 'BE',
    email: `contact@client-${enterpriseNumber}.test`,
    phone: `+322000${String(index).padStart(4, '0')}`,
    language,
    regime,
    representative: nationalNumberOf(index),
  };
}

function firm(index: number, name: string, language: Language, city: readonly [string, string]): Party {
  const enterpriseNumber = syntheticEnterprise(index);
  return {
    enterpriseNumber,
    name,
    street: language === 'fr' ? 'Avenue de l’Exemple 1' : 'Voorbeeldlaan 1',
    postCode: city[0],
    city: city[1],
    countryCode: 'BE',
    email: `bureau@firm-${enterpriseNumber}.test`,
    phone: `+322000${String(index).padStart(4, '0')}`,
    language,
    regime: 'quarter',
    representative: REPRESENTATIVE,
  };
}

export const firms = (): Party[] => [
  firm(1, 'Fiduciaire Modèle SRL', 'fr', ['1000', 'Bruxelles']),
  firm(7, 'Tweede Voorbeeldkantoor BV', 'nl', ['9000', 'Gent']),
];

/**
 * The five fixed clients first, then as many invented ones as asked.
 * @param monthly how many in a hundred of the invented ones file each month
 */
export function clientParties(seed: number, count: number, monthly = HALF_MONTHLY): Party[] {
  const fixed = FIXED.map(([index, language, regime]) => party(seed, index, language, regime));
  const others = Array.from({ length: count - FIXED.length }, (_, i) => {
    const luck = chance(seed, `kind/${i}`);
    const draw = luck.next();
    const language: Language = draw < 0.45 ? 'fr' : draw < 0.9 ? 'nl' : 'de';
    return party(seed, i + 8, language, luck.odds(monthly / 100) ? 'month' : 'quarter');
  });
  return [...fixed, ...others];
}

export function people(seed: number, clients: readonly Party[]): Person[] {
  return [
    {
      nationalNumber: REPRESENTATIVE,
      givenName: 'Camille',
      familyName: 'Modèle',
      language: 'fr',
      role: 'representative',
      represents: [FIRM, SECOND_FIRM],
    },
    { nationalNumber: PERSON, givenName: 'Sacha', familyName: 'Lexemple', language: 'fr', role: 'person', represents: [] },
    { nationalNumber: STAFF, givenName: 'Robin', familyName: 'Voorbeelds', language: 'nl', role: 'staff', represents: [] },
    ...clients.map((client, index): Person => {
      const luck = chance(seed, `representative/${index}`);
      const words = WORDS[client.language];
      return {
        nationalNumber: client.representative,
        givenName: luck.pick(words.given),
        familyName: luck.pick(words.family),
        language: client.language,
        role: 'clientRepresentative',
        represents: [client.enterpriseNumber],
      };
    }),
  ];
}
