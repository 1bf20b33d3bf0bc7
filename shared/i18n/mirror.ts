import { defineMessages } from './define.ts';

/** The readable copy of the archive: its folder, its rule, its troubles. */
export const mirror = defineMessages({
  'mirror.noClient': { fr: 'Sans client', nl: 'Zonder klant', de: 'Ohne Mandant', en: 'No client' },
  'error.mirror.template': {
    fr: '{reason, select, empty {La règle de classement est vide.} unknown {« {what} » n’est pas un champ de la règle (position {at}).} open {Une accolade ouverte à la position {at} n’est pas refermée.} close {L’accolade fermante à la position {at} n’a pas d’ouverture.} character {Le caractère « {what} » ne peut pas figurer dans un nom de fichier (position {at}).} emptyPart {Un nom de dossier est vide (position {at}).} dots {« {what} » n’est pas un nom de dossier (position {at}).} deep {La règle crée plus de {what} dossiers imbriqués.} other {La règle de classement n’est pas valable.}}',
    nl: '{reason, select, empty {De mappenregel is leeg.} unknown {“{what}” is geen veld van de regel (positie {at}).} open {Een accolade op positie {at} wordt niet gesloten.} close {De sluitende accolade op positie {at} heeft geen begin.} character {Het teken “{what}” kan niet in een bestandsnaam staan (positie {at}).} emptyPart {Een mapnaam is leeg (positie {at}).} dots {“{what}” is geen mapnaam (positie {at}).} deep {De regel maakt meer dan {what} mappen in elkaar.} other {De mappenregel is niet geldig.}}',
    de: '{reason, select, empty {Die Ordnerregel ist leer.} unknown {„{what}“ ist kein Feld der Regel (Stelle {at}).} open {Eine Klammer an Stelle {at} wird nicht geschlossen.} close {Die schließende Klammer an Stelle {at} hat keinen Anfang.} character {Das Zeichen „{what}“ kann nicht in einem Dateinamen stehen (Stelle {at}).} emptyPart {Ein Ordnername ist leer (Stelle {at}).} dots {„{what}“ ist kein Ordnername (Stelle {at}).} deep {Die Regel legt mehr als {what} Ordner ineinander an.} other {Die Ordnerregel ist ungültig.}}',
    en: '{reason, select, empty {The folder rule is empty.} unknown {“{what}” is not a field of the rule (position {at}).} open {A brace opened at position {at} is not closed.} close {The closing brace at position {at} has no opening one.} character {The character “{what}” cannot stand in a file name (position {at}).} emptyPart {A folder’s name is empty (position {at}).} dots {“{what}” is not a folder’s name (position {at}).} deep {The rule makes more than {what} folders within each other.} other {The folder rule is not valid.}}',
  },
  'error.mirror.folder': {
    fr: 'Guichet ne peut pas écrire dans le dossier choisi. Choisissez un dossier existant où vous avez le droit d’écrire.',
    nl: 'Guichet kan niet schrijven in de gekozen map. Kies een bestaande map waarin u mag schrijven.',
    de: 'Guichet kann nicht in den gewählten Ordner schreiben. Wählen Sie einen vorhandenen Ordner, in den Sie schreiben dürfen.',
    en: 'Guichet cannot write in the chosen folder. Choose an existing folder where you may write.',
  },
  'error.mirror.noFolder': {
    fr: 'Choisissez d’abord le dossier de la copie lisible.',
    nl: 'Kies eerst de map voor de leesbare kopie.',
    de: 'Wählen Sie zuerst den Ordner für die lesbare Kopie.',
    en: 'First choose the folder of the readable copy.',
  },
  'error.mirror.insideProfile': {
    fr: 'Ce dossier se trouve dans le profil de Guichet. Choisissez-en un ailleurs : la copie doit survivre au profil.',
    nl: 'Deze map ligt in het profiel van Guichet. Kies er een elders: de kopie moet het profiel overleven.',
    de: 'Dieser Ordner liegt im Profil von Guichet. Wählen Sie einen anderen: Die Kopie soll das Profil überdauern.',
    en: 'This folder lies within Guichet’s profile. Choose one elsewhere: the copy must outlive the profile.',
  },
  'error.mirror.otherProfile': {
    fr: 'Ce dossier reçoit déjà la copie d’un autre profil de Guichet. Choisissez-en un autre.',
    nl: 'Deze map bevat al de kopie van een ander Guichet-profiel. Kies een andere.',
    de: 'Dieser Ordner enthält bereits die Kopie eines anderen Guichet-Profils. Wählen Sie einen anderen.',
    en: 'This folder already holds the copy of another Guichet profile. Choose another one.',
  },
  'error.mirror.folderLong': {
    fr: 'Le chemin de ce dossier est trop long ({length} caractères, au plus {most}) : il ne resterait pas assez de place pour les noms des documents.',
    nl: 'Het pad van deze map is te lang ({length} tekens, hoogstens {most}): er blijft te weinig plaats voor de namen van de documenten.',
    de: 'Der Pfad dieses Ordners ist zu lang ({length} Zeichen, höchstens {most}): Für die Namen der Dokumente bliebe zu wenig Platz.',
    en: 'The path of this folder is too long ({length} characters, at most {most}): too little room would be left for the documents’ names.',
  },
  'error.mirror.unreachable': {
    fr: 'Le dossier de la copie lisible n’est pas accessible. Rien n’est perdu : Guichet réessaie de lui-même et rattrape le retard.',
    nl: 'De map van de leesbare kopie is niet bereikbaar. Er gaat niets verloren: Guichet probeert zelf opnieuw en haalt de achterstand in.',
    de: 'Der Ordner der lesbaren Kopie ist nicht erreichbar. Nichts geht verloren: Guichet versucht es von selbst erneut und holt den Rückstand auf.',
    en: 'The folder of the readable copy cannot be reached. Nothing is lost: Guichet tries again by itself and catches up.',
  },
  'error.mirror.readOnly': {
    fr: 'Le dossier de la copie lisible refuse l’écriture. Vérifiez vos droits ; les documents restent dans l’archive et seront copiés ensuite.',
    nl: 'In de map van de leesbare kopie mag niet worden geschreven. Controleer uw rechten; de documenten blijven in het archief en worden later gekopieerd.',
    de: 'Im Ordner der lesbaren Kopie darf nicht geschrieben werden. Prüfen Sie Ihre Rechte; die Dokumente bleiben im Archiv und werden später kopiert.',
    en: 'The folder of the readable copy refuses writing. Check your rights; the documents stay in the archive and are copied later.',
  },
  'error.mirror.diskFull': {
    fr: 'Le disque de la copie lisible est plein. Libérez de la place ; Guichet continue ensuite là où il s’est arrêté.',
    nl: 'De schijf van de leesbare kopie is vol. Maak plaats vrij; Guichet gaat daarna verder waar het gestopt is.',
    de: 'Der Datenträger der lesbaren Kopie ist voll. Schaffen Sie Platz; Guichet macht danach weiter, wo es aufgehört hat.',
    en: 'The disk of the readable copy is full. Free some space; Guichet then goes on where it stopped.',
  },
  'error.mirror.failed': {
    fr: 'La copie lisible s’est arrêtée sur une erreur du système ({reason}). Guichet réessaie de lui-même.',
    nl: 'De leesbare kopie is gestopt door een systeemfout ({reason}). Guichet probeert zelf opnieuw.',
    de: 'Die lesbare Kopie wurde durch einen Systemfehler unterbrochen ({reason}). Guichet versucht es von selbst erneut.',
    en: 'The readable copy stopped at an error of the system ({reason}). Guichet tries again by itself.',
  },
  'error.mirror.busy': {
    fr: 'Une autre fenêtre ou commande de Guichet tient la copie lisible à jour en ce moment.',
    nl: 'Een ander venster of commando van Guichet werkt de leesbare kopie nu bij.',
    de: 'Ein anderes Fenster oder ein anderer Befehl von Guichet hält die lesbare Kopie gerade aktuell.',
    en: 'Another window or command of Guichet is keeping the readable copy up to date right now.',
  },
  'error.mirror.fileMissing': {
    fr: 'Le fichier n’est plus à sa place. « Réparer » l’écrit à nouveau.',
    nl: 'Het bestand staat niet meer op zijn plaats. “Herstellen” schrijft het opnieuw.',
    de: 'Die Datei ist nicht mehr an ihrem Platz. „Reparieren“ schreibt sie neu.',
    en: 'The file is no longer in its place. “Repair” writes it again.',
  },
  'error.mirror.fileChanged': {
    fr: 'Quelqu’un a modifié ce fichier. Guichet le laisse tel quel ; l’original reste dans l’archive.',
    nl: 'Iemand heeft dit bestand gewijzigd. Guichet laat het zo; het origineel blijft in het archief.',
    de: 'Jemand hat diese Datei geändert. Guichet lässt sie, wie sie ist; das Original bleibt im Archiv.',
    en: 'Somebody changed this file. Guichet leaves it as it is; the original stays in the archive.',
  },
  'error.mirror.fileInTheWay': {
    fr: 'Un autre contenu se trouve à cette place. Guichet ne l’écrase jamais : déplacez-le, puis réparez.',
    nl: 'Op deze plaats staat een andere inhoud. Guichet overschrijft die nooit: verplaats ze en herstel dan.',
    de: 'An dieser Stelle steht ein anderer Inhalt. Guichet überschreibt ihn nie: Verschieben Sie ihn und reparieren Sie dann.',
    en: 'Another content stands in this place. Guichet never overwrites it: move it, then repair.',
  },
  'activity.mirror.folder': {
    fr: 'Dossier de la copie lisible choisi',
    nl: 'Map voor de leesbare kopie gekozen',
    de: 'Ordner der lesbaren Kopie gewählt',
    en: 'Folder of the readable copy chosen',
  },
  'activity.mirror.on': {
    fr: 'Copie lisible activée',
    nl: 'Leesbare kopie ingeschakeld',
    de: 'Lesbare Kopie eingeschaltet',
    en: 'Readable copy turned on',
  },
  'activity.mirror.off': {
    fr: 'Copie lisible désactivée ; les fichiers restent',
    nl: 'Leesbare kopie uitgeschakeld; de bestanden blijven staan',
    de: 'Lesbare Kopie ausgeschaltet; die Dateien bleiben',
    en: 'Readable copy turned off; the files stay',
  },
});
