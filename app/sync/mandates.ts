import type { Owner } from '#app/documents/mmf-item.ts';
import type { DocumentGroup } from '#shared/contract/documents.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';

interface Asked {
  readonly group: DocumentGroup;
  readonly ownerType: Owner['type'] | null;
}

/** Which mandate opens a mandator's document; the texts are `error.sync.needsMandate.<mandate>`. */
interface MandateRule {
  readonly mandate: 'ubo' | 'vat' | 'myminfin' | 'biztax';
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly source: string;
  readonly opens: (document: Asked) => boolean;
}

const ALWAYS = { from: localDate('2025-01-01'), until: null, source: 'MyMinfin documents API: types of mandate' } as const;

/** The first that holds counts. */
const RULES: readonly MandateRule[] = [
  { ...ALWAYS, mandate: 'ubo', opens: ({ group }) => group === 'ubo' },
  { ...ALWAYS, mandate: 'vat', opens: ({ group }) => group === 'vat' || group === 'receipt' },
  { ...ALWAYS, mandate: 'myminfin', opens: ({ ownerType }) => ownerType === 'SSIN' },
  { ...ALWAYS, mandate: 'biztax', opens: ({ ownerType }) => ownerType === 'CBE' },
];

/** Code of why SPF does not give a document: the mandate it needs, or plainly a refusal where it is the connected enterprise's own. */
export function refusalOf(document: Asked, day: LocalDate): string {
  if (document.ownerType === null) return 'mmf.missingPermission';
  const rule = RULES.find(({ from, until, opens }) => from <= day && (until === null || day <= until) && opens(document));
  return rule ? `sync.needsMandate.${rule.mandate}` : 'mmf.missingPermission';
}
