import { defineMessages } from './define.ts';

/** The recovery code: what can be wrong with one. */
export const recovery = defineMessages({
  'error.recovery.mistyped': {
    fr: '{group, select, 0 {Un code de récupération compte huit groupes de cinq caractères. Vérifiez qu’aucun ne manque et qu’aucun n’est de trop.} other {Le groupe {group} du code de récupération contient une faute de frappe. Comparez-le avec votre copie.}}',
    nl: '{group, select, 0 {Een herstelcode telt acht groepen van vijf tekens. Kijk na of er geen ontbreekt of te veel is.} other {Groep {group} van de herstelcode bevat een typfout. Vergelijk hem met uw kopie.}}',
    de: '{group, select, 0 {Ein Wiederherstellungscode hat acht Gruppen zu fünf Zeichen. Prüfen Sie, ob eines fehlt oder zu viel ist.} other {Gruppe {group} des Wiederherstellungscodes enthält einen Tippfehler. Vergleichen Sie sie mit Ihrer Abschrift.}}',
    en: '{group, select, 0 {A recovery code has eight groups of five characters. Check that none is missing or too many.} other {Group {group} of the recovery code has a typing error. Compare it with your copy.}}',
  },
  'error.recovery.refused': {
    fr: 'Ce code de récupération n’ouvre pas ce profil, ou la clé enregistrée est abîmée. Rien n’a été modifié.',
    nl: 'Deze herstelcode opent dit profiel niet, of de bewaarde sleutel is beschadigd. Er is niets gewijzigd.',
    de: 'Dieser Wiederherstellungscode öffnet dieses Profil nicht, oder der gespeicherte Schlüssel ist beschädigt. Es wurde nichts geändert.',
    en: 'This recovery code does not open this profile, or the stored key is damaged. Nothing was changed.',
  },
});
