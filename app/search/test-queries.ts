import { clientParties } from '#app/simulator/seed/parties.ts';
import { chance } from '#app/simulator/seed/prng.ts';
import type { DocumentFilter } from '#shared/contract/documents.ts';

/** What people of a firm type into the search, half-typed words included. `{client}` and `{number}` are filled in. */
const TYPED = [
  ...[
    'avertissement',
    'avertissement-extrait',
    'extrait de rôle',
    'sommation',
    'aanmaning',
    'saisie-arrêt',
    'amende',
    'boete',
    'accusé de réception',
  ],
  ...[
    'déclaration',
    'declar',
    'aangifte',
    'rappel',
    'herinnering',
    'paiement',
    'betaling',
    'note de calcul',
    'précompte',
    'bedrijfsvoorheffing',
  ],
  ...[
    'intérêts de retard',
    'délai',
    'termijn',
    'frais de poursuites',
    'TVA',
    'btw',
    'intervat',
    'ontvangstbevestiging',
    'UBO',
    'registre',
    'bail',
  ],
  ...[
    'attestation',
    'attest',
    'résidence',
    '276CONV',
    '281',
    'fiche',
    'récla',
    'bezwaar',
    'contentieux',
    'remboursement',
    'terugbetaling',
    'solde',
  ],
  ...['so', 'som', 'somm', 'av', 'ave', 'aver', 'décl', 'pa', 'pai', 'aa', 'aan', 'fra', 'int', 'dem', 'rel', 'res'],
  ...['"frais de poursuites"', '"extrait de rôle"', '"in gebreke"', '"intérêts de retard"', '"48 heures"', '"déclaration de tiers"'],
  ...[
    'amende OR boete',
    'sommation OU aanmaning',
    'saisie OR beslag',
    'déclaration -TVA',
    'paiement -rappel',
    'amende impayée',
    'dette impayée',
  ],
  ...[
    '{client}',
    '{client} amende',
    '{client} sommation',
    'client:{client}',
    'client:{client} amende',
    'client:{client} type:paiements',
    '{number}',
  ],
  ...['type:amendes', 'type:recouvrement', 'type:avertissement', 'soort:boetes', 'type:attestations délai', 'type:amendes due:<30d'],
  ...[
    'due:<7d',
    'due:overdue',
    'due:2026-11',
    'échéance:<30j',
    'due:none amende',
    'sommation due:overdue',
    'amount:>1000',
    'amount:100..500',
  ],
  ...[
    'amende montant:>1.000,00',
    'paiement bedrag:250..750',
    'status:new',
    'statut:nouveau',
    'status:todo amende',
    'status:refused',
    'status:unseen',
  ],
  ...['"Voir avec le client"', 'note payer', 'Question', 'RV/2024', 'INV 4821', 'BE71', 'BE12 0961'],
] as const;
const YEARS = ['', '2026', '2025', '2019'];

/** At least 200 searches, the same ones each time. */
export function scaleQueries(): string[] {
  const luck = chance(3, 'queries');
  const parties = clientParties(1, 400);
  const filled = (text: string): string => {
    const party = luck.pick(parties);
    return text.replace('{client}', party.name.split(' ').at(-2)!.slice(0, luck.int(4, 8))).replace('{number}', party.enterpriseNumber);
  };
  const all = YEARS.flatMap((year) =>
    TYPED.filter((text) => year === '' || !/[:"]/.test(text)).map((text) => `${filled(text)} ${year}`.trim()),
  );
  return [...new Set(all)];
}

/** The lists a firm looks at, besides what it searches for. */
export const SCALE_FILTERS: readonly DocumentFilter[] = [{}, { work: 'inbox' }, { group: 'recovery' }, { work: 'inbox', dueWithin: 7 }];
