import { defineMessages } from './define.ts';

/** Restoring a backup in the place of the profile that is here: what can keep it from that. */
export const restore = defineMessages({
  'error.restore.filing': {
    fr: '{filings, plural, one {Une déclaration est en cours d’envoi ou attend sa réponse} other {# déclarations sont en cours d’envoi ou attendent leur réponse}}. Attendez leur issue, ou retirez-les de la file d’envoi, puis restaurez. Rien n’a été modifié.',
    nl: '{filings, plural, one {Eén aangifte wordt verzonden of wacht op antwoord} other {# aangiften worden verzonden of wachten op antwoord}}. Wacht de uitkomst af, of haal ze uit de wachtrij, en zet dan de back-up terug. Er is niets gewijzigd.',
    de: '{filings, plural, one {Eine Erklärung wird gerade versandt oder wartet auf Antwort} other {# Erklärungen werden gerade versandt oder warten auf Antwort}}. Warten Sie das Ergebnis ab oder nehmen Sie sie aus der Warteschlange; stellen Sie dann wieder her. Es wurde nichts geändert.',
    en: '{filings, plural, one {One return is being sent or waits for its answer} other {# returns are being sent or wait for their answer}}. Wait for the outcome, or take them out of the queue, then restore. Nothing was changed.',
  },
  'error.restore.environment': {
    fr: 'Cette sauvegarde vient de l’environnement « {made} », ce profil de « {environment} ». Ouvrez Guichet dans l’environnement de la sauvegarde.',
    nl: 'Deze back-up komt uit de omgeving “{made}”, dit profiel uit “{environment}”. Open Guichet in de omgeving van de back-up.',
    de: 'Diese Sicherung stammt aus der Umgebung „{made}“, dieses Profil aus „{environment}“. Öffnen Sie Guichet in der Umgebung der Sicherung.',
    en: 'This backup comes from the environment “{made}”, this profile from “{environment}”. Open Guichet in the environment of the backup.',
  },
  'error.restore.diskFull': {
    fr: 'Le disque du profil est plein : une restauration demande autant de place que la sauvegarde, en plus du profil actuel. Libérez de l’espace et recommencez. Le profil est intact.',
    nl: 'De schijf van het profiel is vol: voor het terugzetten is evenveel ruimte nodig als de back-up groot is, naast het huidige profiel. Maak ruimte vrij en begin opnieuw. Het profiel is intact.',
    de: 'Der Datenträger des Profils ist voll: Eine Wiederherstellung braucht so viel Platz wie die Sicherung, neben dem jetzigen Profil. Schaffen Sie Platz und beginnen Sie erneut. Das Profil ist unversehrt.',
    en: 'The disk of the profile is full: a restore needs as much room as the backup, beside the present profile. Free some space and start again. The profile is intact.',
  },
  'error.restore.denied': {
    fr: 'Guichet ne peut pas lire le dossier des sauvegardes ou ne peut pas écrire dans celui du profil. Vérifiez les droits des deux dossiers. Rien n’a été modifié.',
    nl: 'Guichet mag de map van de back-ups niet lezen of niet in die van het profiel schrijven. Controleer de rechten van beide mappen. Er is niets gewijzigd.',
    de: 'Guichet darf den Ordner der Sicherungen nicht lesen oder nicht in den des Profils schreiben. Prüfen Sie die Rechte beider Ordner. Es wurde nichts geändert.',
    en: 'Guichet may not read the folder of the backups, or not write in that of the profile. Check the permissions of both folders. Nothing was changed.',
  },
  'error.restore.inUse': {
    fr: 'Un autre programme a ce profil ouvert, sans doute une commande de Guichet. Attendez qu’elle se termine, puis recommencez. Rien n’a été modifié.',
    nl: 'Een ander programma heeft dit profiel open, wellicht een opdracht van Guichet. Wacht tot ze klaar is en begin dan opnieuw. Er is niets gewijzigd.',
    de: 'Ein anderes Programm hat dieses Profil geöffnet, wohl ein Befehl von Guichet. Warten Sie, bis er beendet ist, und beginnen Sie dann erneut. Es wurde nichts geändert.',
    en: 'Another program has this profile open, probably a command of Guichet. Wait until it has ended, then start again. Nothing was changed.',
  },
  'error.restore.busy': {
    fr: 'Un profil restauré prend sa place en ce moment. Réessayez dans un instant.',
    nl: 'Een teruggezet profiel neemt op dit moment zijn plaats in. Probeer het zo dadelijk opnieuw.',
    de: 'Ein wiederhergestelltes Profil nimmt gerade seinen Platz ein. Versuchen Sie es gleich erneut.',
    en: 'A restored profile is taking its place just now. Try again in a moment.',
  },
  'error.restore.stuck': {
    fr: 'Le profil restauré n’a pas pu prendre sa place, et l’ancien non plus : le disque refuse de renommer leurs fichiers. Rien n’est perdu. Fermez les autres programmes (antivirus, copie, éditeur), vérifiez le disque et relancez Guichet : il terminera.',
    nl: 'Het teruggezette profiel kon zijn plaats niet innemen, en het oude evenmin: de schijf weigert hun bestanden te hernoemen. Er is niets verloren. Sluit andere programma’s (antivirus, kopie, editor), controleer de schijf en start Guichet opnieuw: het werkt de vervanging af.',
    de: 'Das wiederhergestellte Profil konnte seinen Platz nicht einnehmen, das alte auch nicht: Der Datenträger lässt ihre Dateien nicht umbenennen. Nichts ist verloren. Schließen Sie andere Programme (Virenschutz, Kopie, Editor), prüfen Sie den Datenträger und starten Sie Guichet neu: Es bringt den Wechsel zu Ende.',
    en: 'The restored profile could not take its place, nor could the old one: the disk refuses to rename their files. Nothing is lost. Close other programs (antivirus, copying, an editor), check the disk and start Guichet again: it will finish.',
  },
});
