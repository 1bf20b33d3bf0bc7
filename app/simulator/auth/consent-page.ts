import { escapeHtml } from '../exchange.ts';
import type { Party, Person } from '../seed/parties.ts';
import { AUTHORIZE } from './paths.ts';

const PAGE_LANGUAGES = ['fr', 'nl', 'de', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

interface Texts {
  readonly title: string;
  readonly notice: string;
  readonly who: string;
  readonly roles: Readonly<Record<Person['role'], string>>;
  readonly question: (enterprise: string) => string;
  readonly own: string;
  readonly confirm: string;
  readonly refuse: string;
  readonly error: string;
}

const TEXTS: Readonly<Record<PageLanguage, Texts>> = {
  fr: {
    title: 'Consentement (simulateur)',
    notice: 'Ceci est un simulateur local. Ce n’est pas un site du SPF Finances et aucune identité réelle n’est demandée.',
    who: 'Choisissez une personne de test',
    roles: {
      representative: 'représentant légal des cabinets',
      person: 'personne physique, pour ses propres documents',
      staff: 'collaborateur, sans droit de consentir',
      clientRepresentative: 'représentant légal du client',
    },
    question: (enterprise) => `Autorisez-vous le logiciel à agir pour l’entreprise ${enterprise} ?`,
    own: 'Autorisez-vous le logiciel à lire vos propres documents ?',
    confirm: 'Autoriser',
    refuse: 'Refuser',
    error: 'La demande n’est pas valable',
  },
  nl: {
    title: 'Toestemming (simulator)',
    notice: 'Dit is een lokale simulator. Het is geen site van de FOD Financiën en er wordt geen echte identiteit gevraagd.',
    who: 'Kies een testpersoon',
    roles: {
      representative: 'wettelijke vertegenwoordiger van de kantoren',
      person: 'natuurlijke persoon, voor eigen documenten',
      staff: 'medewerker, zonder recht om toestemming te geven',
      clientRepresentative: 'wettelijke vertegenwoordiger van de klant',
    },
    question: (enterprise) => `Geeft u de software toestemming om op te treden voor onderneming ${enterprise}?`,
    own: 'Geeft u de software toestemming om uw eigen documenten te lezen?',
    confirm: 'Toestaan',
    refuse: 'Weigeren',
    error: 'De aanvraag is niet geldig',
  },
  de: {
    title: 'Zustimmung (Simulator)',
    notice: 'Dies ist ein lokaler Simulator. Es ist keine Seite des FÖD Finanzen und es wird keine echte Identität verlangt.',
    who: 'Wählen Sie eine Testperson',
    roles: {
      representative: 'gesetzlicher Vertreter der Kanzleien',
      person: 'natürliche Person, für eigene Dokumente',
      staff: 'Mitarbeiter, nicht zur Zustimmung berechtigt',
      clientRepresentative: 'gesetzlicher Vertreter des Kunden',
    },
    question: (enterprise) => `Erlauben Sie der Software, für das Unternehmen ${enterprise} zu handeln?`,
    own: 'Erlauben Sie der Software, Ihre eigenen Dokumente zu lesen?',
    confirm: 'Erlauben',
    refuse: 'Ablehnen',
    error: 'Die Anfrage ist ungültig',
  },
  en: {
    title: 'Consent (simulator)',
    notice: 'This is a local simulator. It is not a site of SPF Finances and no real identity is asked for.',
    who: 'Choose a test person',
    roles: {
      representative: 'legal representative of the firms',
      person: 'natural person, for their own documents',
      staff: 'staff member, not entitled to consent',
      clientRepresentative: 'legal representative of the client',
    },
    question: (enterprise) => `Do you allow the software to act for enterprise ${enterprise}?`,
    own: 'Do you allow the software to read your own documents?',
    confirm: 'Allow',
    refuse: 'Refuse',
    error: 'The request is not valid',
  },
};

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1c2330}p.n{background:#fff3cd;padding:.6rem .9rem;border-radius:6px}button{font:inherit;display:block;width:100%;text-align:left;margin:.5rem 0;padding:.6rem .9rem;border:1px solid #8894a8;border-radius:6px;background:#fff;cursor:pointer}button:focus-visible{outline:3px solid #2f6fde}small{color:#55607a}';

/** The language of the page: `ui_locales`, else the browser's, else French. */
export function pageLanguage(uiLocales: string | null, acceptLanguage: string | undefined): PageLanguage {
  const wanted = `${uiLocales ?? ''} ${acceptLanguage ?? ''}`.toLowerCase().match(/\b(fr|nl|de|en)\b/);
  return (wanted?.[1] as PageLanguage | undefined) ?? 'fr';
}

function page(language: PageLanguage, inner: string): string {
  const texts = TEXTS[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${texts.title}</title><style>${STYLE}</style></head><body><h1>${texts.title}</h1><p class="n">${texts.notice}</p>${inner}</body></html>`;
}

function form(parameters: URLSearchParams, buttons: string): string {
  const kept = [...parameters].map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  return `<form method="post" action="${AUTHORIZE}">${kept.join('')}${buttons}</form>`;
}

/** Step one: who sits at the keyboard. One button per person, named `person`. */
export function personPage(language: PageLanguage, parameters: URLSearchParams, people: readonly Person[]): string {
  const texts = TEXTS[language];
  const buttons = people.map(
    (person) =>
      `<button name="person" value="${person.nationalNumber}">${escapeHtml(`${person.givenName} ${person.familyName}`)} <small>${person.nationalNumber}, ${texts.roles[person.role]}</small></button>`,
  );
  return page(language, `<h2>${texts.who}</h2>${form(parameters, buttons.join(''))}`);
}

/** Step two: yes or no. Two buttons named `decision`, `confirm` and `refuse`. */
export function decisionPage(
  language: PageLanguage,
  parameters: URLSearchParams,
  ecb: string | undefined,
  party: Party | undefined,
): string {
  const texts = TEXTS[language];
  const question = ecb ? texts.question(party ? `${party.name} (${ecb})` : ecb) : texts.own;
  const buttons = `<button name="decision" value="confirm">${texts.confirm}</button><button name="decision" value="refuse">${texts.refuse}</button>`;
  return page(language, `<h2>${escapeHtml(question)}</h2>${form(parameters, buttons)}`);
}

export function errorPage(language: PageLanguage, reason: string): string {
  return page(language, `<h2>${TEXTS[language].error}</h2><p>${escapeHtml(reason)}</p>`);
}

/** What the token endpoint answers when it falls back to a page, as SPF was seen to do. */
export const TOKEN_ERROR_PAGE =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>An error occurred</h1><p>The request could not be processed.</p></body></html>';
