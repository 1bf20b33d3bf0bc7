/** The four languages of the product, in the order SPF lists them. */
export const LOCALES = ['fr', 'nl', 'de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** A text in all four languages; a missing one does not compile. */
export type Localized = Readonly<Record<Locale, string>>;
