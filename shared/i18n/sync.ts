import { defineMessages } from './define.ts';

const needs = (fr: string, nl: string, de: string, en: string) => ({
  fr: `Le SPF Finances ne donne pas ce document : il faut le mandat ${fr}. Vérifiez les mandats du client dans MyMinfin.`,
  nl: `De FOD Financiën geeft dit document niet: het mandaat ${nl} is nodig. Controleer de mandaten van de klant in MyMinfin.`,
  de: `Der FÖD Finanzen gibt dieses Dokument nicht heraus: Das Mandat ${de} ist nötig. Prüfen Sie die Mandate des Kunden in MyMinfin.`,
  en: `SPF Finances does not give this document: it needs the ${en} mandate. Check the client’s mandates in MyMinfin.`,
});

/** What becomes of documents, and days nobody knows of. */
export const sync = defineMessages({
  'error.sync.needsMandate.ubo': needs('UBO', 'UBO', 'UBO', 'UBO'),
  'error.sync.needsMandate.vat': needs('TVA (Intervat)', 'btw (Intervat)', 'MwSt. (Intervat)', 'VAT (Intervat)'),
  'error.sync.needsMandate.myminfin': needs(
    'MyMinfin (particuliers)',
    'MyMinfin (particulieren)',
    'MyMinfin (Privatpersonen)',
    'MyMinfin (private persons)',
  ),
  'error.sync.needsMandate.biztax': needs('BIZTAX (sociétés)', 'BIZTAX (vennootschappen)', 'BIZTAX (Gesellschaften)', 'BIZTAX (companies)'),
  'error.sync.excludedClient': {
    fr: 'Le client est archivé : ses documents ne sont plus téléchargés. Réactivez le client pour les recevoir.',
    nl: 'De klant is gearchiveerd: zijn documenten worden niet meer gedownload. Activeer de klant opnieuw om ze te ontvangen.',
    de: 'Der Kunde ist archiviert: Seine Dokumente werden nicht mehr heruntergeladen. Reaktivieren Sie den Kunden, um sie zu erhalten.',
    en: 'The client is archived: its documents are no longer downloaded. Make it active again to receive them.',
  },
  'error.sync.excludedType': {
    fr: 'Le SPF Finances ne transmet pas ce type de document international par son API. Consultez-le dans MyMinfin.',
    nl: 'De FOD Financiën geeft dit soort internationaal document niet via zijn API. Raadpleeg het in MyMinfin.',
    de: 'Der FÖD Finanzen übermittelt diese Art von internationalem Dokument nicht über seine API. Sehen Sie es in MyMinfin ein.',
    en: 'SPF Finances does not give this kind of international document through its API. Read it in MyMinfin.',
  },
  'error.sync.searchQuota': {
    fr: 'Le SPF Finances permet une recherche toutes les dix minutes par entreprise connectée. Guichet continue de lui-même.',
    nl: 'De FOD Financiën staat per verbonden onderneming één zoekopdracht per tien minuten toe. Guichet gaat vanzelf verder.',
    de: 'Der FÖD Finanzen erlaubt je verbundenem Unternehmen alle zehn Minuten eine Suche. Guichet macht von selbst weiter.',
    en: 'SPF Finances allows one search every ten minutes for each connected enterprise. Guichet goes on by itself.',
  },
  'error.sync.elsewhere': {
    fr: 'Un autre Guichet synchronise déjà ce profil ; celui-ci suivra.',
    nl: 'Een andere Guichet synchroniseert dit profiel; deze volgt daarna.',
    de: 'Ein anderes Guichet synchronisiert dieses Profil; dieses folgt danach.',
    en: 'Another Guichet is syncing this profile; this one comes after it.',
  },
  'error.sync.unknownGap': {
    fr: 'Cette période n’est plus dans la liste.',
    nl: 'Deze periode staat niet meer in de lijst.',
    de: 'Dieser Zeitraum steht nicht mehr in der Liste.',
    en: 'This period is no longer in the list.',
  },
  'activity.sync.gapFound': {
    fr: 'Jours jamais vus du {from} au {until} : à vérifier dans MyMinfin',
    nl: 'Dagen nooit gezien van {from} tot {until}: na te kijken in MyMinfin',
    de: 'Nie gesehene Tage vom {from} bis {until}: in MyMinfin zu prüfen',
    en: 'Days never seen from {from} to {until}: to be checked in MyMinfin',
  },
  'activity.sync.gapAcknowledged': {
    fr: 'Jours du {from} au {until} vérifiés dans MyMinfin',
    nl: 'Dagen van {from} tot {until} nagekeken in MyMinfin',
    de: 'Tage vom {from} bis {until} in MyMinfin geprüft',
    en: 'Days from {from} to {until} checked in MyMinfin',
  },
  'activity.document.changed': {
    fr: 'Modifié par le SPF Finances ; la version précédente est conservée',
    nl: 'Gewijzigd door de FOD Financiën; de vorige versie blijft bewaard',
    de: 'Vom FÖD Finanzen geändert; die vorige Fassung bleibt erhalten',
    en: 'Changed by SPF Finances; the former version is kept',
  },
  'activity.document.confirmed': {
    fr: 'Redaté par le SPF Finances, contenu inchangé',
    nl: 'Door de FOD Financiën opnieuw gedateerd, inhoud ongewijzigd',
    de: 'Vom FÖD Finanzen neu datiert, Inhalt unverändert',
    en: 'Dated anew by SPF Finances, content unchanged',
  },
});
