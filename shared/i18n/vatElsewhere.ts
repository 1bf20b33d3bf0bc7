import { defineMessages } from './define.ts';

/** A period that SPF holds a return of which was not filed from here. */
export const vatElsewhere = defineMessages({
  'error.vat.filed_elsewhere': {
    fr: 'Le SPF Finances détient déjà une déclaration de {period} : accusé de réception du {date}, référence {reference}. Rien n’a été envoyé. Ouvrez la déclaration et choisissez : la reprendre comme déposée ailleurs, ou la remplacer.',
    nl: 'De FOD Financiën heeft al een aangifte van {period}: ontvangstbevestiging van {date}, referentie {reference}. Er is niets verzonden. Open de aangifte en kies: overnemen als elders ingediend, of vervangen.',
    de: 'Der FÖD Finanzen hat bereits eine Erklärung für {period}: Empfangsbestätigung vom {date}, Referenz {reference}. Nichts wurde gesendet. Öffnen Sie die Erklärung und wählen Sie: als anderswo eingereicht übernehmen oder ersetzen.',
    en: 'SPF Finances already holds a return of {period}: receipt of {date}, reference {reference}. Nothing was sent. Open the return and choose: take it over as filed elsewhere, or replace it.',
  },
  'activity.filing.elsewhere': {
    fr: 'Déclaration {period} déjà déposée ailleurs : accusé de réception trouvé',
    nl: 'Aangifte {period} al elders ingediend: ontvangstbevestiging gevonden',
    de: 'Erklärung {period} bereits anderswo eingereicht: Empfangsbestätigung gefunden',
    en: 'Return {period} filed elsewhere already: receipt found',
  },
  'vatElsewhere.event': {
    fr: 'Accusé d’un autre dépôt trouvé',
    nl: 'Ontvangstbevestiging van een andere indiening gevonden',
    de: 'Empfangsbestätigung einer anderen Einreichung gefunden',
    en: 'Receipt of another filing found',
  },
  'vatElsewhere.takenOver': {
    fr: 'Déposée ailleurs ; reprise de l’accusé de réception {reference}',
    nl: 'Elders ingediend; overgenomen van de ontvangstbevestiging {reference}',
    de: 'Anderswo eingereicht; aus der Empfangsbestätigung {reference} übernommen',
    en: 'Filed elsewhere; taken over from the receipt {reference}',
  },
  'vatElsewhere.title': {
    fr: 'Le SPF détient déjà une déclaration ({period}) : accusé de réception du {date}, référence {reference}',
    nl: 'De FOD heeft al een aangifte ({period}): ontvangstbevestiging van {date}, referentie {reference}',
    de: 'Der FÖD hat bereits eine Erklärung ({period}): Empfangsbestätigung vom {date}, Referenz {reference}',
    en: 'SPF already holds a return ({period}): receipt of {date}, reference {reference}',
  },
  'vatElsewhere.text': {
    fr: 'Elle ne vient pas de cette déclaration : elle a été déposée avec un autre logiciel, sur le portail, ou avant une restauration de ce profil.',
    nl: 'Ze komt niet van deze aangifte: ze is ingediend met andere software, op het portaal, of voordat dit profiel werd teruggezet.',
    de: 'Sie stammt nicht von dieser Erklärung: Sie wurde mit anderer Software, auf dem Portal oder vor einer Wiederherstellung dieses Profils eingereicht.',
    en: 'It does not come from this return: it was filed with other software, on the portal, or before this profile was restored.',
  },
  'vatElsewhere.takeOverText': {
    fr: 'Reprise, cette déclaration prend les montants de l’accusé, compte comme déposée et n’est jamais envoyée.',
    nl: 'Bij overname krijgt deze aangifte de bedragen van de ontvangstbevestiging, telt ze als ingediend en wordt ze nooit verzonden.',
    de: 'Bei der Übernahme erhält diese Erklärung die Beträge der Empfangsbestätigung, gilt als eingereicht und wird nie gesendet.',
    en: 'Taken over, this return gets the amounts of the receipt, counts as filed and is never sent.',
  },
  'vatElsewhere.replaceText': {
    fr: 'Un nouveau dépôt la remplace, ce qui est possible jusqu’au {date} : cette déclaration redevient un brouillon et cite celle qu’elle remplace.',
    nl: 'Opnieuw indienen vervangt ze, wat tot {date} kan: deze aangifte wordt opnieuw een ontwerp en vermeldt welke ze vervangt.',
    de: 'Eine neue Einreichung ersetzt sie, was bis zum {date} möglich ist: Diese Erklärung wird wieder ein Entwurf und nennt die ersetzte.',
    en: 'Filing again replaces it, which is possible until {date}: this return becomes a draft again and names the one it replaces.',
  },
  'vatElsewhere.late': {
    fr: 'L’échéance est passée : elle ne peut plus être remplacée. Reprenez-la, puis corrigez dans la prochaine déclaration.',
    nl: 'De uiterste dag is voorbij: ze kan niet meer worden vervangen. Neem ze over en verbeter daarna in de volgende aangifte.',
    de: 'Der Fälligkeitstag ist vorbei: Sie kann nicht mehr ersetzt werden. Übernehmen Sie sie und berichtigen Sie danach in der nächsten Erklärung.',
    en: 'The deadline has passed: it can no longer be replaced. Take it over, then correct in the next return.',
  },
  'vatElsewhere.noReference': {
    fr: 'L’accusé n’indique pas sa référence : elle ne peut être remplacée que sur le portail Intervat.',
    nl: 'De ontvangstbevestiging vermeldt geen referentie: ze kan alleen op het Intervat-portaal worden vervangen.',
    de: 'Die Empfangsbestätigung nennt keine Referenz: Sie kann nur auf dem Intervat-Portal ersetzt werden.',
    en: 'The receipt does not tell its reference: it can only be replaced on the Intervat portal.',
  },
  'vatElsewhere.takeOver': {
    fr: 'Reprendre comme déposée ailleurs',
    nl: 'Overnemen als elders ingediend',
    de: 'Als anderswo eingereicht übernehmen',
    en: 'Take over as filed elsewhere',
  },
  'vatElsewhere.replace': {
    fr: 'Remplacer par celle-ci',
    nl: 'Vervangen door deze',
    de: 'Durch diese ersetzen',
    en: 'Replace by this one',
  },
  'vatElsewhere.open': {
    fr: 'Ouvrir l’accusé de réception',
    nl: 'Ontvangstbevestiging openen',
    de: 'Empfangsbestätigung öffnen',
    en: 'Open the receipt',
  },
  'vatElsewhere.here': {
    fr: 'Ici',
    nl: 'Hier',
    de: 'Hier',
    en: 'Here',
  },
  'vatElsewhere.same': {
    fr: 'Les montants sont les mêmes qu’ici.',
    nl: 'De bedragen zijn dezelfde als hier.',
    de: 'Die Beträge sind dieselben wie hier.',
    en: 'The amounts are the same as here.',
  },
  'vatElsewhere.differs': {
    fr: '{count, plural, one {# donnée diffère} other {# données diffèrent}} de cette déclaration.',
    nl: '{count, plural, one {# gegeven wijkt} other {# gegevens wijken}} af van deze aangifte.',
    de: '{count, plural, one {# Angabe weicht} other {# Angaben weichen}} von dieser Erklärung ab.',
    en: '{count, plural, one {# entry differs} other {# entries differ}} from this return.',
  },
  'vatElsewhere.board': {
    fr: 'déposée ailleurs',
    nl: 'elders ingediend',
    de: 'anderswo eingereicht',
    en: 'filed elsewhere',
  },
  'vatElsewhere.boardText': {
    fr: 'Le SPF détient déjà une déclaration de cette période : ouvrez-la pour la reprendre ou la remplacer',
    nl: 'De FOD heeft al een aangifte van deze periode: open ze om ze over te nemen of te vervangen',
    de: 'Der FÖD hat bereits eine Erklärung dieses Zeitraums: öffnen Sie sie, um sie zu übernehmen oder zu ersetzen',
    en: 'SPF already holds a return of this period: open it to take it over or replace it',
  },
});
