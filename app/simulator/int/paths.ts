/** Paths of the Intervat API (API facts, section 2). */
export const DECLARATION = '/Intervat/api/OAU/v1/declaration/:declarationType/:ownerIdentifier';
export const HEALTH = '/Intervat/api/OAU/v1/health';

/** The periodic return, and its old name that works until the day given. */
export const PERIODIC = 'tva';
export const OLD_PERIODIC = { name: 'vat', until: '2027-12-31' } as const;

/** Largest ZIP taken. */
export const MAX_BYTES = 20 * 1024 * 1024;
