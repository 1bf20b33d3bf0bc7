/** What a letter may name in braces, in the order people look for it. */
export const LETTER_FIELDS = ['client', 'period', 'amount', 'payBy', 'iban', 'communication', 'firm', 'user'] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** Names in braces that are no field, each once. */
export function unknownFields(text: string): readonly string[] {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  return [...new Set(named.filter((name) => !LETTER_FIELDS.some((field) => field === name)))];
}

/** The text with its fields filled; unknown ones stay as they are. */
export const fillLetter = (text: string, values: Readonly<Record<LetterField, string>>): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    LETTER_FIELDS.find((field) => field === name && values[field]) ? values[name as LetterField] : whole,
  );

/** Paragraphs are parted by empty lines. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
