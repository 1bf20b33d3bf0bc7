import { defineMessages } from './define.ts';

/** One action over the returns of many clients: why a return was left as it is, and the words of the command line. */
export const vatBatch = defineMessages({
  'error.vat.batchRunning': {
    fr: 'Un traitement par lot est déjà en cours. Attendez qu’il se termine, ou arrêtez-le.',
    nl: 'Er loopt al een batch. Wacht tot die klaar is, of stop ze.',
    de: 'Eine Stapelverarbeitung läuft bereits. Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.',
    en: 'A batch is running already. Wait until it ends, or stop it.',
  },
  'error.vat.batch.prepared': {
    fr: 'Déjà préparée : une déclaration existe pour cette période.',
    nl: 'Al voorbereid: er is een aangifte voor deze periode.',
    de: 'Bereits vorbereitet: Für diesen Zeitraum gibt es eine Erklärung.',
    en: 'Prepared before: there is a return for this period.',
  },
  'error.vat.batch.checked': { fr: 'Déjà contrôlée.', nl: 'Al gecontroleerd.', de: 'Bereits geprüft.', en: 'Checked before.' },
  'error.vat.batch.approved': { fr: 'Déjà approuvée.', nl: 'Al goedgekeurd.', de: 'Bereits genehmigt.', en: 'Approved before.' },
  'error.vat.batch.filed': {
    fr: 'Déjà déposée ; rien n’a été envoyé une deuxième fois.',
    nl: 'Al ingediend; er is niets een tweede keer verzonden.',
    de: 'Bereits eingereicht; nichts wurde ein zweites Mal gesendet.',
    en: 'Filed before; nothing was sent a second time.',
  },
  'error.vat.batch.noReturn': {
    fr: 'Il n’y a pas encore de déclaration pour cette période. Préparez-la d’abord.',
    nl: 'Er is nog geen aangifte voor deze periode. Bereid ze eerst voor.',
    de: 'Für diesen Zeitraum gibt es noch keine Erklärung. Bereiten Sie sie zuerst vor.',
    en: 'There is no return for this period yet. Prepare it first.',
  },
  'error.vat.batch.notChecked': {
    fr: 'Encore un brouillon. Contrôlez la déclaration avant de l’approuver.',
    nl: 'Nog een ontwerp. Controleer de aangifte vóór u ze goedkeurt.',
    de: 'Noch ein Entwurf. Prüfen Sie die Erklärung, bevor Sie sie genehmigen.',
    en: 'Still a draft. Check the return before you approve it.',
  },
  'error.vat.batch.notApproved': {
    fr: 'Pas encore approuvée. Seules les déclarations approuvées sont déposées.',
    nl: 'Nog niet goedgekeurd. Alleen goedgekeurde aangiften worden ingediend.',
    de: 'Noch nicht genehmigt. Nur genehmigte Erklärungen werden eingereicht.',
    en: 'Not approved yet. Only approved returns are filed.',
  },
  'error.vat.batch.sent': {
    fr: 'En cours d’envoi ; la réponse n’est pas encore là.',
    nl: 'Wordt verzonden; het antwoord is er nog niet.',
    de: 'Wird gerade gesendet; die Antwort steht noch aus.',
    en: 'On its way; the answer is not here yet.',
  },
  'error.vat.batch.unknown': {
    fr: 'Envoyée, mais la réponse s’est perdue. Elle n’est jamais renvoyée d’elle-même ; l’accusé de réception du lendemain décidera.',
    nl: 'Verzonden, maar het antwoord ging verloren. Ze wordt nooit vanzelf opnieuw verzonden; het ontvangstbewijs van morgen beslist.',
    de: 'Gesendet, aber die Antwort ging verloren. Sie wird nie von selbst erneut gesendet; die Empfangsbestätigung des nächsten Tages entscheidet.',
    en: 'Sent, but the answer was lost. It is never sent again by itself; the receipt of the next day decides.',
  },
  'error.vat.batch.refused': {
    fr: 'Refusée par le SPF Finances. Corrigez-la, puis reprenez au contrôle.',
    nl: 'Geweigerd door de FOD Financiën. Verbeter ze en begin opnieuw bij de controle.',
    de: 'Vom FÖD Finanzen abgelehnt. Berichtigen Sie sie und beginnen Sie wieder bei der Prüfung.',
    en: 'Refused by SPF Finances. Correct it, then start again with the check.',
  },
  'error.vat.batch.notDue': {
    fr: 'Ce client ne dépose pas de déclaration pour une telle période : voyez son régime dans sa fiche.',
    nl: 'Deze cliënt dient voor zo’n periode geen aangifte in: zie zijn stelsel in zijn fiche.',
    de: 'Dieser Mandant reicht für einen solchen Zeitraum keine Erklärung ein: siehe seine Regelung in seinem Stammblatt.',
    en: 'This client files no return for such a period: see the regime in the client’s details.',
  },
  'error.vat.batch.notEmpty': {
    fr: 'Le brouillon contient des montants ; il n’a pas été transformé en déclaration néant.',
    nl: 'Het ontwerp bevat bedragen; er is geen nihilaangifte van gemaakt.',
    de: 'Der Entwurf enthält Beträge; er wurde nicht zur Nullmeldung gemacht.',
    en: 'The draft holds amounts; it was not made a nil return.',
  },
  'error.vat.batch.untouched': {
    fr: 'Le brouillon est encore vide. Inscrivez ou importez les montants, ou faites-en une déclaration néant.',
    nl: 'Het ontwerp is nog leeg. Vul de bedragen in of importeer ze, of maak er een nihilaangifte van.',
    de: 'Der Entwurf ist noch leer. Tragen Sie die Beträge ein, importieren Sie sie, oder machen Sie daraus eine Nullmeldung.',
    en: 'The draft is still empty. Enter or import the amounts, or make it a nil return.',
  },
  'error.vat.batch.cancelled': {
    fr: 'Pas commencée : le lot a été arrêté avant.',
    nl: 'Niet begonnen: de batch werd eerder gestopt.',
    de: 'Nicht begonnen: Der Stapel wurde vorher abgebrochen.',
    en: 'Not begun: the batch was stopped before.',
  },
  'error.vat.batch.takenBack': {
    fr: 'Retirée de la file d’envoi avant son départ ; elle reste approuvée.',
    nl: 'Vóór het vertrek uit de wachtrij gehaald; ze blijft goedgekeurd.',
    de: 'Vor dem Versand aus der Warteschlange genommen; sie bleibt genehmigt.',
    en: 'Taken back from the queue before it left; it stays approved.',
  },
  'error.vat.batch.changed': {
    fr: 'La déclaration a été remise en brouillon avant son envoi ; elle n’est pas déposée.',
    nl: 'De aangifte werd vóór de verzending weer een ontwerp; ze is niet ingediend.',
    de: 'Die Erklärung wurde vor dem Versand wieder zum Entwurf; sie ist nicht eingereicht.',
    en: 'The return was put back to draft before it was sent; it is not filed.',
  },
  'cliBatch.help': {
    fr: 'prépare, contrôle, approuve ou dépose pour beaucoup de clients',
    nl: 'bereidt voor, controleert, keurt goed of dient in voor veel cliënten',
    de: 'bereitet für viele Mandanten vor, prüft, genehmigt oder reicht ein',
    en: 'prepares, checks, approves or files for many clients',
  },
  'cliBatch.none': {
    fr: 'Aucun client ne dépose pour {period}.',
    nl: 'Geen enkele cliënt dient in voor {period}.',
    de: 'Kein Mandant reicht für {period} ein.',
    en: 'No client files for {period}.',
  },
  'cliBatch.progress': {
    fr: '{settled} sur {total}, {failed} en échec',
    nl: '{settled} van {total}, {failed} mislukt',
    de: '{settled} von {total}, {failed} fehlgeschlagen',
    en: '{settled} of {total}, {failed} failed',
  },
  'cliBatch.waits': {
    fr: '{count, plural, one {# déclaration reste} other {# déclarations restent}} dans la file et {count, plural, one {partira} other {partiront}} dès que ce sera possible : {reason}',
    nl: '{count, plural, one {# aangifte blijft} other {# aangiften blijven}} in de wachtrij en {count, plural, one {vertrekt} other {vertrekken}} zodra het kan: {reason}',
    de: '{count, plural, one {# Erklärung bleibt} other {# Erklärungen bleiben}} in der Warteschlange und {count, plural, one {geht} other {gehen}} ab, sobald es möglich ist: {reason}',
    en: '{count, plural, one {# return stays} other {# returns stay}} in the queue and {count, plural, one {leaves} other {leave}} as soon as possible: {reason}',
  },
  'cliBatch.summary': {
    fr: '{done, plural, one {# faite} other {# faites}}, {skipped, plural, one {# laissée} other {# laissées}}, {failed, plural, one {# en échec} other {# en échec}}',
    nl: '{done, plural, one {# gedaan} other {# gedaan}}, {skipped, plural, one {# overgeslagen} other {# overgeslagen}}, {failed, plural, one {# mislukt} other {# mislukt}}',
    de: '{done, plural, one {# erledigt} other {# erledigt}}, {skipped, plural, one {# übersprungen} other {# übersprungen}}, {failed, plural, one {# fehlgeschlagen} other {# fehlgeschlagen}}',
    en: '{done, plural, one {# done} other {# done}}, {skipped, plural, one {# skipped} other {# skipped}}, {failed, plural, one {# failed} other {# failed}}',
  },
});
