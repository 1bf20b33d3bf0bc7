import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zBytes, zId, zLocale, zNothing } from './values.ts';

/**
 * What goes to the client, the bank and the portal. `return`: the form with its amounts; `letter`: the accompanying letter; `evidence`: what
 * happened, line by line; `xlsx`: the grids as a spreadsheet; `xml`: the file for the portal.
 */
export const PAPERS = ['return', 'letter', 'evidence', 'xlsx', 'xml'] as const;
export const zPaper = z.enum(PAPERS);
export type Paper = z.infer<typeof zPaper>;

const zAsked = z.object({ id: zId, paper: zPaper, locale: zLocale.optional() });
const zFile = z.object({ bytes: zBytes, mimeType: z.string(), fileName: z.string() });

/**
 * The letter's text in a language. Fields: `{client} {period} {amount} {payBy} {iban} {communication} {firm} {user}`; paragraphs by empty
 * lines. A paragraph that begins with a mark is written in that case only: `[71]` to pay, `[72]` a credit that stays on the account, `[72R]`
 * a credit whose refund is asked, `[0]` nothing done in the period; several as `[72, 72R]`. One that names `{payBy}`, `{iban}` or
 * `{communication}` is left out when there is nothing to pay. An empty body brings back the letter one starts from.
 */
export const zLetter = z.object({ locale: zLocale, subject: z.string().max(200), body: z.string().max(5_000) });
export type Letter = z.infer<typeof zLetter>;
const zLetters = z.object({ letters: z.array(zLetter) });

export const vatPapersContract = {
  /** In the client's language unless another is named. */
  'vat.paper': core(zAsked, zFile),
  'vat.letters': core(zNothing, zLetters),
  /** @throws `vat.letterField` for an unknown field */
  'vat.saveLetter': core(zLetter, zLetters),
  /** Deadlines as iCalendar, legal day and pay-by day, for the regimes of the firm's clients. */
  'calendar.ics': core(z.object({ year: z.number().int().min(2025).max(2030) }), zFile),
  /** A message to the client with return and letter, as a file that the system's mail program opens unsent. */
  'vat.mail': house(z.object({ id: zId, locale: zLocale.optional() }), zFile),
  'shell.savePaper': shell(zAsked, z.object({ saved: z.boolean() })),
  'shell.openPaper': shell(zAsked, zNothing),
  /** Opens a message to the client with return and letter attached, unsent, in the system's mail program. */
  'shell.mailPapers': shell(z.object({ id: zId, locale: zLocale.optional() }), zNothing),
  'shell.saveCalendar': shell(z.object({ year: z.number().int().min(2025).max(2030) }), z.object({ saved: z.boolean() })),
};
