import type { Localized } from '../../domain/locale.ts';
import type { Formula, Place, PostingLine } from './types.ts';

/** The four languages side by side. */
export const t = (fr: string, nl: string, de: string, en: string): Localized => ({ fr, nl, de, en });

export const plus = (place: Place, of: Formula): PostingLine => ({ place, sign: 1, of });
export const minus = (place: Place, of: Formula): PostingLine => ({ place, sign: -1, of });

/** What a purchase asks for beside its base. */
export const PURCHASE = ['base', 'rate', 'tax', 'nonDeductible', 'kind'] as const;
