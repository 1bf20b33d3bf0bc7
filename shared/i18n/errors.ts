import { defineMessages } from './define.ts';

/** Errors any part may raise. Codes of one topic stand in that topic's own file as `error.<code>`. */
export const errors = defineMessages({
  'error.internal': {
    fr: 'Guichet a rencontré une erreur inattendue ({code}). Rien n’a été modifié. Réessayez ; si l’erreur revient, créez un rapport de support.',
    nl: 'Guichet liep op een onverwachte fout ({code}). Er is niets gewijzigd. Probeer opnieuw; maak een supportrapport als de fout terugkomt.',
    de: 'In Guichet ist ein unerwarteter Fehler aufgetreten ({code}). Es wurde nichts geändert. Versuchen Sie es erneut; kehrt der Fehler zurück, erstellen Sie einen Supportbericht.',
    en: 'Guichet met an unexpected error ({code}). Nothing was changed. Try again; if it returns, create a support report.',
  },
});
