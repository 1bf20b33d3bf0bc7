import type { Mandate } from '../mandates.ts';
import type { MandateType } from './doc-types.ts';
import { syntheticEnterprise } from './numbers.ts';
import { FIRM, type Party, PERSON, SECOND_FIRM } from './parties.ts';
import { chance } from './prng.ts';

const cbe = (mandator: string, mandatary: string, types: readonly MandateType[], status: Mandate['status'] = 'active'): Mandate => ({
  mandator: { type: 'CBE', identifier: mandator },
  mandatary,
  types,
  status,
});

/** Mandates of the five fixed clients (index in the synthetic range); the fourth has none with the first firm. */
const FIXED: readonly (readonly [number, readonly MandateType[]])[] = [
  [2, ['VAT', 'MYMINFIN']],
  [3, ['VAT', 'BIZTAX']],
  [4, ['VAT']],
  [6, ['VAT', 'MYMINFIN']],
];

/** Every invented client gives the first firm VAT and document mandates; some also UBO. The second firm has its own few. */
export function seedMandates(seed: number, clients: readonly Party[]): Mandate[] {
  const others = clients.slice(5).map((client) => {
    const luck = chance(seed, `mandate/${client.enterpriseNumber}`);
    const types: MandateType[] = ['VAT', luck.odds(0.7) ? 'MYMINFIN' : 'BIZTAX'];
    if (luck.odds(0.2)) types.push('UBO');
    return cbe(client.enterpriseNumber, FIRM, types);
  });
  return [
    ...FIXED.map(([index, types]) => cbe(syntheticEnterprise(index), FIRM, types)),
    { mandator: { type: 'SSIN', identifier: PERSON }, mandatary: FIRM, types: ['MYMINFIN'], status: 'active' },
    ...others,
    cbe(syntheticEnterprise(5), SECOND_FIRM, ['VAT', 'MYMINFIN']),
    cbe(syntheticEnterprise(6), SECOND_FIRM, ['UBO']),
    cbe(syntheticEnterprise(2), SECOND_FIRM, ['MYMINFIN'], 'pending'),
  ];
}
