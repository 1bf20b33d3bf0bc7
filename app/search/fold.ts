const MARKS = /\p{M}/gu;

/** Small letters without accents: what the index compares. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC');

/** The words of a text as the index cuts them. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
