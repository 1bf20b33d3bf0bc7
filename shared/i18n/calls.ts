import { defineMessages } from './define.ts';

/** What each request of the core was for, in the trail. */
export const calls = defineMessages({
  'activity.api.mmf.search': {
    fr: 'Liste des documents demandée au SPF Finances',
    nl: 'Lijst van documenten opgevraagd bij de FOD Financiën',
    de: 'Dokumentenliste beim FÖD Finanzen abgefragt',
    en: 'List of documents asked of SPF Finances',
  },
  'activity.api.mmf.content': {
    fr: 'Document téléchargé du SPF Finances',
    nl: 'Document gedownload bij de FOD Financiën',
    de: 'Dokument beim FÖD Finanzen heruntergeladen',
    en: 'Document downloaded from SPF Finances',
  },
  'activity.api.int.health': {
    fr: 'Disponibilité d’Intervat vérifiée',
    nl: 'Beschikbaarheid van Intervat nagegaan',
    de: 'Verfügbarkeit von Intervat geprüft',
    en: 'Availability of Intervat checked',
  },
  'activity.api.int.file': {
    fr: 'Fichier envoyé à Intervat',
    nl: 'Bestand naar Intervat verzonden',
    de: 'Datei an Intervat gesendet',
    en: 'File sent to Intervat',
  },
  'activity.api.identity.vendor': {
    fr: 'Fichier d’éditeur demandé au bac à sable',
    nl: 'Leveranciersbestand opgevraagd bij de sandbox',
    de: 'Anbieterdatei bei der Sandbox abgefragt',
    en: 'Vendor file asked of the sandbox',
  },
  'activity.api.identity.metadata': {
    fr: 'Service d’identification du SPF Finances consulté',
    nl: 'Identificatiedienst van de FOD Financiën geraadpleegd',
    de: 'Identifizierungsdienst des FÖD Finanzen abgefragt',
    en: 'Identification service of SPF Finances consulted',
  },
  'activity.api.identity.token': {
    fr: 'Jeton d’accès demandé au SPF Finances',
    nl: 'Toegangstoken aangevraagd bij de FOD Financiën',
    de: 'Zugriffstoken beim FÖD Finanzen angefordert',
    en: 'Access token requested from SPF Finances',
  },
  'activity.api.relay.nonce': {
    fr: 'Défi demandé au relais de l’éditeur',
    nl: 'Challenge opgevraagd bij de relay van de softwareleverancier',
    de: 'Challenge beim Relais des Softwareanbieters angefordert',
    en: 'Challenge requested from the software house’s relay',
  },
  'activity.api.relay.keys': {
    fr: 'Clés publiées par le relais de l’éditeur consultées',
    nl: 'Sleutels die de relay van de softwareleverancier publiceert, geraadpleegd',
    de: 'Vom Relais des Softwareanbieters veröffentlichte Schlüssel abgefragt',
    en: 'Keys published by the software house’s relay consulted',
  },
  'activity.api.relay.register': {
    fr: 'Clé de cette installation inscrite auprès du relais de l’éditeur',
    nl: 'Sleutel van deze installatie ingeschreven bij de relay van de softwareleverancier',
    de: 'Schlüssel dieser Installation beim Relais des Softwareanbieters registriert',
    en: 'Key of this installation registered with the software house’s relay',
  },
  'activity.api.relay.rotate': {
    fr: 'Clé de cette installation renouvelée auprès du relais de l’éditeur',
    nl: 'Sleutel van deze installatie vernieuwd bij de relay van de softwareleverancier',
    de: 'Schlüssel dieser Installation beim Relais des Softwareanbieters erneuert',
    en: 'Key of this installation renewed with the software house’s relay',
  },
  'activity.api.relay.revoke': {
    fr: 'Clé de cette installation révoquée auprès du relais de l’éditeur',
    nl: 'Sleutel van deze installatie ingetrokken bij de relay van de softwareleverancier',
    de: 'Schlüssel dieser Installation beim Relais des Softwareanbieters widerrufen',
    en: 'Key of this installation revoked with the software house’s relay',
  },
  'activity.api.sandbox.clock': {
    fr: 'Horloge du bac à sable consultée ou avancée',
    nl: 'Klok van de sandbox geraadpleegd of vooruitgezet',
    de: 'Uhr der Sandbox abgefragt oder vorgestellt',
    en: 'Sandbox clock read or moved on',
  },
  'activity.api.sandbox.seed': {
    fr: 'Données fictives demandées au bac à sable',
    nl: 'Fictieve gegevens opgevraagd bij de sandbox',
    de: 'Fiktive Daten bei der Sandbox abgefragt',
    en: 'Invented data asked of the sandbox',
  },
  'activity.api.sandbox.quota': {
    fr: 'Quotas du bac à sable fixés',
    nl: 'Quota van de sandbox ingesteld',
    de: 'Quoten der Sandbox festgelegt',
    en: 'Quotas of the sandbox set',
  },
});
