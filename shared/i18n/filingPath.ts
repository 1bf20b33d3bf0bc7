import { defineMessages } from './define.ts';

/** The path of a return: approval by another person, the queue, doubt, the portal, receipts. */
export const filingPath = defineMessages({
  'error.vat.approvalOther': {
    fr: 'Vous avez modifié cette déclaration en dernier : une autre personne doit l’approuver.',
    nl: 'U heeft deze aangifte als laatste gewijzigd: iemand anders moet ze goedkeuren.',
    de: 'Sie haben diese Erklärung zuletzt geändert: Eine andere Person muss sie genehmigen.',
    en: 'You changed this return last: another person must approve it.',
  },
  'error.vat.approvalPartner': {
    fr: 'Dans ce bureau, seul un associé approuve les déclarations.',
    nl: 'In dit kantoor keurt alleen een vennoot aangiften goed.',
    de: 'In diesem Büro genehmigt nur ein Partner die Erklärungen.',
    en: 'In this firm only a partner approves returns.',
  },
  'error.vat.bytesAltered': {
    fr: 'Le fichier de cette déclaration n’est plus celui qui a été approuvé. Il ne sera pas envoyé. Remettez la déclaration en brouillon, contrôlez-la et approuvez-la à nouveau.',
    nl: 'Het bestand van deze aangifte is niet meer wat werd goedgekeurd. Het wordt niet verzonden. Zet de aangifte terug naar ontwerp, controleer ze en keur ze opnieuw goed.',
    de: 'Die Datei dieser Erklärung ist nicht mehr die genehmigte. Sie wird nicht gesendet. Setzen Sie die Erklärung auf Entwurf zurück, prüfen und genehmigen Sie sie erneut.',
    en: 'The file of this return is no longer the one that was approved. It will not be sent. Take the return back to draft, check it and approve it again.',
  },
  'error.filing.unavailable': {
    fr: 'Intervat ne répond pas pour l’instant. Rien n’a été envoyé ; la file essaie à nouveau.',
    nl: 'Intervat antwoordt momenteel niet. Er is niets verzonden; de wachtrij probeert opnieuw.',
    de: 'Intervat antwortet zurzeit nicht. Es wurde nichts gesendet; die Warteschlange versucht es erneut.',
    en: 'Intervat does not answer for now. Nothing was sent; the queue tries again.',
  },
  'error.filing.maybeFiled': {
    fr: 'Intervat répond que cette période est déjà déposée. Ce peut être votre envoi : le renvoi est bloqué et l’accusé de réception est recherché dans MyMinfin.',
    nl: 'Intervat antwoordt dat deze periode al is ingediend. Dat kan uw verzending zijn: opnieuw verzenden is geblokkeerd en de ontvangstbevestiging wordt in MyMinfin gezocht.',
    de: 'Intervat antwortet, dass dieser Zeitraum bereits eingereicht ist. Es kann Ihre Sendung sein: Erneutes Senden ist gesperrt und die Empfangsbestätigung wird in MyMinfin gesucht.',
    en: 'Intervat answers that this period is already filed. It may be your own sending: sending again is locked and the receipt is looked for in MyMinfin.',
  },
  'error.vat.proofNotPdf': {
    fr: 'La preuve du dépôt doit être un fichier PDF complet, tel que le portail le donne.',
    nl: 'Het bewijs van indiening moet een volledig pdf-bestand zijn, zoals het portaal het geeft.',
    de: 'Der Nachweis der Einreichung muss eine vollständige PDF-Datei sein, wie das Portal sie ausgibt.',
    en: 'The proof of filing must be a complete PDF file, as the portal gives it.',
  },
  'error.vat.fileTooLarge': {
    fr: 'Ce fichier est trop volumineux : {limit} Mo au plus.',
    nl: 'Dit bestand is te groot: hoogstens {limit} MB.',
    de: 'Diese Datei ist zu groß: höchstens {limit} MB.',
    en: 'This file is too large: {limit} MB at most.',
  },
  'error.vat.signOffDate': {
    fr: 'L’accord du client ne peut pas porter une date à venir.',
    nl: 'Het akkoord van de cliënt kan geen datum in de toekomst hebben.',
    de: 'Das Einverständnis des Mandanten kann kein künftiges Datum tragen.',
    en: 'The client’s agreement cannot bear a date to come.',
  },
  'activity.filing.queue': {
    fr: 'Déclaration {period} mise en file d’envoi',
    nl: 'Aangifte {period} in de wachtrij gezet',
    de: 'Erklärung {period} in die Warteschlange gestellt',
    en: 'Return {period} queued to be sent',
  },
  'activity.filing.unqueue': {
    fr: 'Déclaration {period} retirée de la file',
    nl: 'Aangifte {period} uit de wachtrij gehaald',
    de: 'Erklärung {period} aus der Warteschlange genommen',
    en: 'Return {period} taken out of the queue',
  },
  'activity.filing.unreached': {
    fr: 'Intervat non atteint : la déclaration {period} attend dans la file',
    nl: 'Intervat niet bereikt: aangifte {period} wacht in de wachtrij',
    de: 'Intervat nicht erreicht: Erklärung {period} wartet in der Warteschlange',
    en: 'Intervat not reached: return {period} waits in the queue',
  },
  'activity.filing.altered': {
    fr: 'Déclaration {period} : fichier différent de celui approuvé, envoi refusé',
    nl: 'Aangifte {period}: bestand verschilt van het goedgekeurde, verzending geweigerd',
    de: 'Erklärung {period}: Datei weicht von der genehmigten ab, Senden verweigert',
    en: 'Return {period}: file differs from the approved one, not sent',
  },
  'activity.filing.maybeFiled': {
    fr: 'Intervat dit la déclaration {period} déjà déposée : accusé de réception recherché',
    nl: 'Intervat meldt dat aangifte {period} al is ingediend: ontvangstbevestiging wordt gezocht',
    de: 'Intervat meldet Erklärung {period} als bereits eingereicht: Empfangsbestätigung wird gesucht',
    en: 'Intervat says return {period} is already filed: receipt is looked for',
  },
  'activity.filing.differs': {
    fr: 'L’accusé de réception de {period} diffère de ce qui a été envoyé',
    nl: 'De ontvangstbevestiging van {period} verschilt van wat werd verzonden',
    de: 'Die Empfangsbestätigung zu {period} weicht vom Gesendeten ab',
    en: 'The receipt of {period} differs from what was sent',
  },
  'activity.filing.portal': {
    fr: 'Déclaration {period} déposée à la main sur le portail',
    nl: 'Aangifte {period} manueel ingediend op het portaal',
    de: 'Erklärung {period} von Hand im Portal eingereicht',
    en: 'Return {period} filed by hand on the portal',
  },
  'activity.filing.signOff': {
    fr: 'Accord du client noté pour {period}',
    nl: 'Akkoord van de cliënt genoteerd voor {period}',
    de: 'Einverständnis des Mandanten für {period} vermerkt',
    en: 'Client’s agreement noted for {period}',
  },
  'vatView.evidence.queue': { fr: 'Mise en file', nl: 'In wachtrij gezet', de: 'In Warteschlange gestellt', en: 'Queued' },
  'vatView.evidence.unqueue': {
    fr: 'Retirée de la file',
    nl: 'Uit wachtrij gehaald',
    de: 'Aus Warteschlange genommen',
    en: 'Taken out of the queue',
  },
  'vatView.evidence.unreached': {
    fr: 'Intervat non atteint',
    nl: 'Intervat niet bereikt',
    de: 'Intervat nicht erreicht',
    en: 'Intervat not reached',
  },
  'vatView.evidence.altered': {
    fr: 'Fichier altéré : refusé',
    nl: 'Bestand gewijzigd: geweigerd',
    de: 'Datei verändert: verweigert',
    en: 'File altered: refused',
  },
  'vatView.evidence.maybeFiled': {
    fr: 'Peut-être déjà déposée',
    nl: 'Misschien al ingediend',
    de: 'Vielleicht schon eingereicht',
    en: 'Perhaps filed already',
  },
  'vatView.evidence.differs': { fr: 'Accusé différent', nl: 'Bevestiging verschilt', de: 'Bestätigung weicht ab', en: 'Receipt differs' },
  'vatView.evidence.portal': {
    fr: 'Déposée sur le portail',
    nl: 'Op het portaal ingediend',
    de: 'Im Portal eingereicht',
    en: 'Filed on the portal',
  },
  'vatView.evidence.signOff': {
    fr: 'Accord du client',
    nl: 'Akkoord van de cliënt',
    de: 'Einverständnis des Mandanten',
    en: 'Client’s agreement',
  },
});
