/** Paths of the MyMinfin document API (API facts, section 2). */
export const DOCUMENTS = '/FineAPI/Generic/OAU/v2/documents';
export const CONTENT = `${DOCUMENTS}/:uuid/content`;

/** Days back that search and content reach, in both environments. */
export const LOOK_BACK_DAYS = 60;

export const CORRELATION = 'minfin-ws-correlation';
