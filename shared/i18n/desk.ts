import { defineMessages } from './define.ts';

/** What the firm does with documents, as the history tells it. */
export const desk = defineMessages({
  'error.desk.undoGone': {
    fr: 'Ce changement ne peut plus être annulé : il l’a déjà été, ou il est trop ancien.',
    nl: 'Deze wijziging kan niet meer ongedaan worden gemaakt: dat is al gebeurd, of ze is te oud.',
    de: 'Diese Änderung lässt sich nicht mehr zurücknehmen: Sie wurde es bereits, oder sie liegt zu weit zurück.',
    en: 'This change can no longer be undone: it was undone already, or it is too old.',
  },
  'error.desk.viewName': {
    fr: 'Une autre vue porte déjà le nom « {name} ». Choisissez-en un autre.',
    nl: 'Een andere weergave heet al “{name}”. Kies een andere naam.',
    de: 'Eine andere Ansicht heißt bereits „{name}“. Wählen Sie einen anderen Namen.',
    en: 'Another view is called “{name}” already. Choose another name.',
  },
  'error.desk.viewUnknown': {
    fr: 'Cette vue n’existe plus.',
    nl: 'Deze weergave bestaat niet meer.',
    de: 'Diese Ansicht gibt es nicht mehr.',
    en: 'This view no longer exists.',
  },
  'activity.desk.undone': {
    fr: 'Changement annulé{left, plural, =0 {} one {, # élément modifié entre-temps laissé tel quel} other {, # éléments modifiés entre-temps laissés tels quels}}',
    nl: 'Wijziging ongedaan gemaakt{left, plural, =0 {} one {, # intussen gewijzigd element ongemoeid gelaten} other {, # intussen gewijzigde elementen ongemoeid gelaten}}',
    de: 'Änderung zurückgenommen{left, plural, =0 {} one {, # inzwischen geändertes Element blieb, wie es ist} other {, # inzwischen geänderte Elemente blieben, wie sie sind}}',
    en: 'Change undone{left, plural, =0 {} one {, # item changed meanwhile was left as it is} other {, # items changed meanwhile were left as they are}}',
  },
  'activity.document.undone': {
    fr: 'Dernier changement annulé',
    nl: 'Laatste wijziging ongedaan gemaakt',
    de: 'Letzte Änderung zurückgenommen',
    en: 'Last change undone',
  },
  'activity.document.assigned': { fr: 'Attribué à {who}', nl: 'Toegewezen aan {who}', de: '{who} zugewiesen', en: 'Assigned to {who}' },
  'activity.document.unassigned': {
    fr: 'Attribution retirée',
    nl: 'Toewijzing verwijderd',
    de: 'Zuweisung aufgehoben',
    en: 'No longer assigned',
  },
  'activity.document.noted': { fr: 'Note modifiée', nl: 'Notitie gewijzigd', de: 'Notiz geändert', en: 'Note changed' },
  'activity.document.tagged': {
    fr: 'Étiquette « {tag} » ajoutée',
    nl: 'Label “{tag}” toegevoegd',
    de: 'Schlagwort „{tag}“ hinzugefügt',
    en: 'Tag “{tag}” added',
  },
  'activity.document.untagged': {
    fr: 'Étiquette « {tag} » retirée',
    nl: 'Label “{tag}” verwijderd',
    de: 'Schlagwort „{tag}“ entfernt',
    en: 'Tag “{tag}” removed',
  },
  'activity.document.seen': { fr: 'Marqué comme lu', nl: 'Als gelezen gemarkeerd', de: 'Als gelesen markiert', en: 'Marked read' },
  'activity.document.unseen': {
    fr: 'Marqué comme non lu',
    nl: 'Als ongelezen gemarkeerd',
    de: 'Als ungelesen markiert',
    en: 'Marked unread',
  },
  'activity.documents.new': {
    fr: '{count, plural, one {# document remis} other {# documents remis}} à nouveau',
    nl: '{count, plural, one {# document} other {# documenten}} terug op nieuw gezet',
    de: '{count, plural, one {# Dokument} other {# Dokumente}} wieder auf neu gesetzt',
    en: '{count, plural, one {# document} other {# documents}} set back to new',
  },
  'activity.documents.todo': {
    fr: '{count, plural, one {# document marqué} other {# documents marqués}} à faire',
    nl: '{count, plural, one {# document} other {# documenten}} op te doen gezet',
    de: '{count, plural, one {# Dokument} other {# Dokumente}} als zu erledigen markiert',
    en: '{count, plural, one {# document} other {# documents}} marked to do',
  },
  'activity.documents.done': {
    fr: '{count, plural, one {# document marqué comme traité} other {# documents marqués comme traités}}',
    nl: '{count, plural, one {# document} other {# documenten}} als afgehandeld gemarkeerd',
    de: '{count, plural, one {# Dokument} other {# Dokumente}} als erledigt markiert',
    en: '{count, plural, one {# document} other {# documents}} marked done',
  },
  'activity.documents.assigned': {
    fr: '{count, plural, one {# document attribué} other {# documents attribués}} à {who}',
    nl: '{count, plural, one {# document} other {# documenten}} toegewezen aan {who}',
    de: '{count, plural, one {# Dokument} other {# Dokumente}} {who} zugewiesen',
    en: '{count, plural, one {# document} other {# documents}} assigned to {who}',
  },
  'activity.documents.unassigned': {
    fr: 'Attribution retirée de {count, plural, one {# document} other {# documents}}',
    nl: 'Toewijzing van {count, plural, one {# document} other {# documenten}} verwijderd',
    de: 'Zuweisung von {count, plural, one {# Dokument} other {# Dokumenten}} aufgehoben',
    en: '{count, plural, one {# document is} other {# documents are}} no longer assigned',
  },
  'activity.documents.noted': {
    fr: 'Note modifiée sur {count, plural, one {# document} other {# documents}}',
    nl: 'Notitie gewijzigd bij {count, plural, one {# document} other {# documenten}}',
    de: 'Notiz bei {count, plural, one {# Dokument} other {# Dokumenten}} geändert',
    en: 'Note changed on {count, plural, one {# document} other {# documents}}',
  },
  'activity.documents.tagged': {
    fr: 'Étiquette « {tag} » ajoutée à {count, plural, one {# document} other {# documents}}',
    nl: 'Label “{tag}” toegevoegd aan {count, plural, one {# document} other {# documenten}}',
    de: 'Schlagwort „{tag}“ bei {count, plural, one {# Dokument} other {# Dokumenten}} hinzugefügt',
    en: 'Tag “{tag}” added to {count, plural, one {# document} other {# documents}}',
  },
  'activity.documents.untagged': {
    fr: 'Étiquette « {tag} » retirée de {count, plural, one {# document} other {# documents}}',
    nl: 'Label “{tag}” verwijderd van {count, plural, one {# document} other {# documenten}}',
    de: 'Schlagwort „{tag}“ bei {count, plural, one {# Dokument} other {# Dokumenten}} entfernt',
    en: 'Tag “{tag}” removed from {count, plural, one {# document} other {# documents}}',
  },
});
