import { fromDecimal } from '#shared/domain/cents.ts';
import type { Flow } from '../layout/flow.ts';
import { type Candidate, contextOf, hint, lineBefore, type Reader, weigh } from './candidate.ts';

const GAP = '[ \\u00a0\\u2009\\u202f]';
/** `1.204,00` `1 204,00` `1204,00` `1,204.00` `1'204.00` `1.204` `25` */
const NUMBER = `(?<![\\d.,/])(?:\\d{1,3}(?:(?:\\.|'|’|${GAP})\\d{3})+|\\d+)(?:,\\d{2}(?!\\d))?(?![.,/]?\\d)|(?<![\\d.,/])\\d{1,3}(?:[,'’]\\d{3})*\\.\\d{2}(?![.,/]?\\d)`;
const EURO = `(?:€|\\bEUR\\b|\\beuros?\\b)`;
const MINUS = '[-−–]';
const AMOUNT = new RegExp(
  `(?:(?<sign>${MINUS})${GAP}?)?(?:(?<ahead>${EURO})${GAP}?(?<inner>${MINUS}${GAP}?)?(?<first>${NUMBER})|(?<second>${NUMBER})${GAP}?(?<behind>${EURO})|(?<bare>${NUMBER}))(?<trailing>-(?![\\w\\d]))?`,
  'giu',
);

/** Words of a letter that name what is to be paid, and those that name another sum. */
const HINTS = [
  hint(5, {
    fr: '(?:montant|total|solde|net|somme|reste)(?:~total[e]?)?(?:~\\p{L}+)?~à~payer|total~dû|reste~à~payer',
    nl: '(?:totaal|nog)?~?te~betalen(?:~(?:bedrag|saldo|som|totaal))?|totaal~verschuldigd',
    de: 'zu~zahlende[rn]?(?:~(?:gesamt)?(?:betrag|summe|saldo))?|zahlbetrag|gesamtbetrag|insgesamt~zu~zahlen',
  }),
  hint(4, {
    fr: 'reste~à~(?:payer|régler)|vous~devez|redevable~de|solde~débiteur|(?:payer|acquitter|verser|régler)(?:~\\p{L}+){0,3}~(?:somme|montant)~de|à~payer|montant~dû|solde~(?:restant~)?dû',
    nl: 'u~(?:bent|moet)(?:~\\p{L}+){0,3}~verschuldigd|debetsaldo|(?:som|bedrag)~van(?=[^.]{0,30}$)|verschuldigd(?:e~(?:bedrag|saldo))?|openstaand~(?:bedrag|saldo)',
    de: 'sie~schulden|sollsaldo|betrag~(?:von|in~höhe~von)|zahlbar|geschuldet\\p{L}*|offene[rn]?~(?:betrag|saldo)',
  }),
  hint(3, {
    fr: 'somme~de|(?:paiement|mensualités?|versement)~de|(?:solde|montant)~en~faveur~du~trésor|amende(?:~\\p{L}+){0,3}~de|créance~s.élève~à|dette(?:~\\p{L}+){0,3}~de|s.élève~à',
    nl: 'ten~gunste~van~de~schatkist|(?:betaling|afkorting|storting)~van|boete~van|schuldvordering~bedraagt|schuld~van|bedraagt',
    de: 'zugunsten~der~staatskasse|(?:zahlung|rate)n?~von|geldbuße~von|beläuft~sich~auf|schuld~von|beträgt',
  }),
  hint(2, { fr: '\\bmontant\\b|\\btotal\\b', nl: '\\bbedrag\\b|\\btotaal\\b', de: '\\bbetrag\\b|\\bsumme\\b|\\btotal\\b' }),
  hint(-6, {
    fr: 'rembours|restitu|remise~de|est~remise?|dégrèvement|à~récupérer|base~(?:estimée|imposable|d.imposition)|pour~information|à~titre~indicatif|en~votre~faveur|note~de~crédit|déjà~payé|versements?~reçus?|revenus?\\b|capital~(?:social|assuré)',
    nl: 'terugga(?:ve|af)|terugbeta|terug~te~krijgen|kwijt(?:geschold|scheld)|grondslag|ter~informatie|ter~indicatie|in~uw~voordeel|creditnota|reeds~betaald|ontvangen~betaling|inkomen\\b|inkomsten\\b',
    de: 'erstatt|rückzahl|erlass|zurückzuerhalten|guthaben|grundlage|zur~information|zu~ihren~gunsten|gutschrift|bereits~(?:ge)?zahlt|eingegangene~zahlung|einkommen\\b|einkünfte\\b',
  }),
];
const AGAINST = HINTS.filter(({ weight }) => weight < 0);
/** A part of the sum: taken only where nothing better is said. */
const PARTS = [
  hint(-2, {
    fr: '\\bprincipal\\b|intérêts?\\b|\\bfrais\\b|accroissement|majoration|minimum|maximum|par~mois|acompte',
    nl: 'hoofdsom|interest|\\bkosten\\b|verhoging|minimum|maximum|maandelijks|voorschot',
    de: 'hauptbetrag|zinsen|\\bkosten\\b|erhöhung|zuschlag|minde?stens|höchstens|monatlich|vorschuss',
  }),
];
/** A total that is one of several columns or lines says it plainly. */
const STRONG = 4;

function centsOf(number: string): number | null {
  const compact = number.replace(/[\s\u00a0\u2009\u202f'’]/g, '');
  const decimal = /[.,]\d{2}$/.test(compact)
    ? `${compact.slice(0, -3).replace(/[.,]/g, '')}.${compact.slice(-2)}`
    : compact.replace(/[.,]/g, '');
  return fromDecimal(decimal);
}

function judge(flow: Flow, match: RegExpExecArray): Candidate | null {
  const { sign, inner, trailing, first, second, bare } = match.groups!;
  const number = first ?? second ?? bare;
  const cents = number === undefined ? null : centsOf(number);
  // A sum with a minus is owed the other way.
  if (cents === null || cents === 0 || inner || trailing || (sign && /(?:^|[\s:(])$/.test(flow.text.slice(0, match.index)))) return null;
  if (bare && !/[.,]\d{2}$/.test(bare)) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  const context = contextOf(flow, start, end);
  const line = lineBefore(context.before);
  // A label on the line or above the column is nearer than a sentence that only leads to it.
  const label = `${context.left} ${line}`;
  const near = Math.max(weigh(label, HINTS), weigh(context.left || line.trim() ? '' : context.above, HINTS));
  const wide = weigh(`${context.left} ${context.before}`, HINTS);
  const against = Math.min(0, ...[label, context.before, context.after].map((text) => weigh(text, AGAINST)));
  const score = Math.max(near, wide, bare ? 0 : weigh(context.after, HINTS.slice(0, 2)) - 1) + against + weigh(label, PARTS);
  return bare && Math.max(near, wide) < STRONG ? null : { value: String(cents), start, end, score };
}

export const amountReader: Reader = {
  kind: 'amount',
  find: (flow) => [...flow.text.matchAll(AMOUNT)].flatMap((match) => judge(flow, match) ?? []),
};
