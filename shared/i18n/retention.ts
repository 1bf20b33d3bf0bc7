import { defineMessages } from './define.ts';

/** Keeping, holding and deleting documents by rule, and giving a client all that is kept of them. */
export const retention = defineMessages({
  'error.retention.unknown': {
    fr: 'Cet élément n’existe pas ou plus.',
    nl: 'Dit element bestaat niet of niet meer.',
    de: 'Dieses Element gibt es nicht oder nicht mehr.',
    en: 'This no longer exists.',
  },
  'error.retention.nothingDue': {
    fr: 'Aucun document n’a dépassé son délai de conservation.',
    nl: 'Geen enkel document is voorbij zijn bewaartermijn.',
    de: 'Kein Dokument hat seine Aufbewahrungsfrist überschritten.',
    en: 'No document is past its retention period.',
  },
  'error.retention.pending': {
    fr: 'Une liste attend déjà sa décision. Approuvez-la ou rejetez-la d’abord.',
    nl: 'Er wacht al een lijst op een beslissing. Keur ze eerst goed of verwerp ze.',
    de: 'Eine Liste wartet bereits auf ihre Entscheidung. Genehmigen oder verwerfen Sie sie zuerst.',
    en: 'A list already waits for its decision. Approve or reject it first.',
  },
  'error.retention.decided': {
    fr: 'Cette liste a déjà été approuvée ou rejetée.',
    nl: 'Deze lijst werd al goedgekeurd of verworpen.',
    de: 'Diese Liste wurde bereits genehmigt oder verworfen.',
    en: 'This list was already approved or rejected.',
  },
  'error.retention.partner': {
    fr: 'Seul un associé peut approuver une suppression.',
    nl: 'Alleen een vennoot kan een verwijdering goedkeuren.',
    de: 'Nur ein Partner kann eine Löschung genehmigen.',
    en: 'Only a partner can approve a deletion.',
  },
  'error.retention.samePerson': {
    fr: 'Vous avez proposé cette suppression : un autre associé doit l’approuver.',
    nl: 'U hebt deze verwijdering voorgesteld: een andere vennoot moet ze goedkeuren.',
    de: 'Sie haben diese Löschung vorgeschlagen: Ein anderer Partner muss sie genehmigen.',
    en: 'You proposed this deletion: another partner must approve it.',
  },
  'error.retention.held': { fr: 'Bloqué entre-temps', nl: 'Intussen geblokkeerd', de: 'Inzwischen gesperrt', en: 'Held meanwhile' },
  'error.retention.tooYoung': {
    fr: 'Son délai n’est pas écoulé',
    nl: 'De termijn is niet verstreken',
    de: 'Seine Frist ist nicht abgelaufen',
    en: 'Its period is not over',
  },
  'error.retention.gone': { fr: 'N’existe plus', nl: 'Bestaat niet meer', de: 'Nicht mehr vorhanden', en: 'No longer there' },
  'error.retention.erasing': {
    fr: 'En cours d’effacement, comme approuvé',
    nl: 'Wordt gewist, zoals goedgekeurd',
    de: 'Wird gelöscht, wie genehmigt',
    en: 'Being erased, as approved',
  },
  'activity.retention.proposed': {
    fr: 'Suppression proposée : {documents, plural, one {# document} other {# documents}} hors délai de conservation',
    nl: 'Verwijdering voorgesteld: {documents, plural, one {# document} other {# documenten}} voorbij de bewaartermijn',
    de: 'Löschung vorgeschlagen: {documents, plural, one {# Dokument} other {# Dokumente}} nach Ablauf der Aufbewahrungsfrist',
    en: 'Deletion proposed: {documents, plural, one {# document} other {# documents}} past the retention period',
  },
  'activity.retention.approved': {
    fr: 'Suppression approuvée : {documents, plural, one {# document} other {# documents}}',
    nl: 'Verwijdering goedgekeurd: {documents, plural, one {# document} other {# documenten}}',
    de: 'Löschung genehmigt: {documents, plural, one {# Dokument} other {# Dokumente}}',
    en: 'Deletion approved: {documents, plural, one {# document} other {# documents}}',
  },
  'activity.retention.rejected': {
    fr: 'Suppression rejetée',
    nl: 'Verwijdering verworpen',
    de: 'Löschung verworfen',
    en: 'Deletion rejected',
  },
  'activity.retention.done': {
    fr: 'Suppression exécutée : {erased} effacés, {kept} gardés',
    nl: 'Verwijdering uitgevoerd: {erased} gewist, {kept} behouden',
    de: 'Löschung ausgeführt: {erased} gelöscht, {kept} behalten',
    en: 'Deletion carried out: {erased} erased, {kept} kept',
  },
  'activity.retention.held': { fr: 'Conservation bloquée', nl: 'Bewaring geblokkeerd', de: 'Aufbewahrung gesperrt', en: 'Put on hold' },
  'activity.retention.lifted': { fr: 'Blocage levé', nl: 'Blokkering opgeheven', de: 'Sperre aufgehoben', en: 'Hold lifted' },
  'activity.retention.exported': {
    fr: 'Toutes les données du client exportées : {documents, plural, one {# document} other {# documents}}',
    nl: 'Alle gegevens van de klant geëxporteerd: {documents, plural, one {# document} other {# documenten}}',
    de: 'Alle Daten des Mandanten exportiert: {documents, plural, one {# Dokument} other {# Dokumente}}',
    en: 'All data of the client exported: {documents, plural, one {# document} other {# documents}}',
  },
  'activity.document.erased': {
    fr: 'Document du {modifiedOn} effacé après son délai de conservation',
    nl: 'Document van {modifiedOn} gewist na zijn bewaartermijn',
    de: 'Dokument vom {modifiedOn} nach seiner Aufbewahrungsfrist gelöscht',
    en: 'Document of {modifiedOn} erased after its retention period',
  },
});
