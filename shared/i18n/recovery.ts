import { defineMessages } from './define.ts';

/** The recovery code: what can be wrong with one. */
export const recovery = defineMessages({
  'error.recovery.mistyped': {
    fr: '{group, select, 0 {Un code de récupération compte huit groupes de cinq caractères. Vérifiez qu’aucun ne manque et qu’aucun n’est de trop.} other {Le groupe {group} du code de récupération contient une faute de frappe. Comparez-le avec votre copie.}}',
    nl: '{group, select, 0 {Een herstelcode telt acht groepen van vijf tekens. Kijk na of er geen ontbreekt of te veel is.} other {Groep {group} van de herstelcode bevat een typfout. Vergelijk hem met uw kopie.}}',
    de: '{group, select, 0 {Ein Wiederherstellungscode hat acht Gruppen zu fünf Zeichen. Prüfen Sie, ob eines fehlt oder zu viel ist.} other {Gruppe {group} des Wiederherstellungscodes enthält einen Tippfehler. Vergleichen Sie sie mit Ihrer Abschrift.}}',
    en: '{group, select, 0 {A recovery code has eight groups of five characters. Check that none is missing or too many.} other {Group {group} of the recovery code has a typing error. Compare it with your copy.}}',
  },
  'error.recovery.unlike': {
    fr: 'Ce n’est pas le code affiché. Recopiez-le tel que vous l’avez noté.',
    nl: 'Dit is niet de getoonde code. Typ hem over zoals u hem noteerde.',
    de: 'Das ist nicht der gezeigte Code. Geben Sie ihn so ein, wie Sie ihn notiert haben.',
    en: 'This is not the code shown. Type it as you wrote it down.',
  },
  'error.recovery.notBegun': {
    fr: 'Demandez d’abord un nouveau code.',
    nl: 'Vraag eerst een nieuwe code.',
    de: 'Fordern Sie zuerst einen neuen Code an.',
    en: 'Ask for a new code first.',
  },
  'activity.recovery.newCode': {
    fr: 'Nouveau code de récupération créé',
    nl: 'Nieuwe herstelcode aangemaakt',
    de: 'Neuer Wiederherstellungscode erstellt',
    en: 'New recovery code created',
  },
  'recovery.view.create': {
    fr: 'Créer le code de récupération',
    nl: 'Herstelcode aanmaken',
    de: 'Wiederherstellungscode erstellen',
    en: 'Create the recovery code',
  },
  'recovery.view.again': {
    fr: 'Nouveau code de récupération…',
    nl: 'Nieuwe herstelcode…',
    de: 'Neuer Wiederherstellungscode…',
    en: 'New recovery code…',
  },
  'recovery.view.write': {
    fr: 'Notez ce code sur papier et gardez-le hors de l’ordinateur : il n’est montré qu’une fois. Avec une sauvegarde, il ouvre tout le profil. Les sauvegardes faites avant gardent leur ancien code.',
    nl: 'Schrijf deze code op papier en bewaar hem buiten de computer: hij wordt maar één keer getoond. Met een back-up opent hij het hele profiel. Oudere back-ups houden hun vroegere code.',
    de: 'Schreiben Sie diesen Code auf Papier und verwahren Sie ihn außerhalb des Computers: Er wird nur einmal gezeigt. Mit einer Sicherung öffnet er das ganze Profil. Frühere Sicherungen behalten ihren alten Code.',
    en: 'Write this code on paper and keep it away from the computer: it is shown only once. With a backup it opens the whole profile. Earlier backups keep their old code.',
  },
  'recovery.view.type': {
    fr: 'Recopiez le code pour confirmer',
    nl: 'Typ de code over om te bevestigen',
    de: 'Geben Sie den Code zur Bestätigung ein',
    en: 'Type the code to confirm',
  },
  'recovery.view.confirm': { fr: 'Je l’ai noté', nl: 'Ik heb hem genoteerd', de: 'Ich habe ihn notiert', en: 'I have written it down' },
  'error.recovery.refused': {
    fr: 'Ce code de récupération n’ouvre pas ce profil, ou la clé enregistrée est abîmée. Rien n’a été modifié.',
    nl: 'Deze herstelcode opent dit profiel niet, of de bewaarde sleutel is beschadigd. Er is niets gewijzigd.',
    de: 'Dieser Wiederherstellungscode öffnet dieses Profil nicht, oder der gespeicherte Schlüssel ist beschädigt. Es wurde nichts geändert.',
    en: 'This recovery code does not open this profile, or the stored key is damaged. Nothing was changed.',
  },
});
