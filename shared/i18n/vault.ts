import { defineMessages } from './define.ts';

/** Who holds the profile's key: what can be wrong with it, and what the command line asks. */
export const vault = defineMessages({
  'error.vault.sealed': {
    fr: 'Une phrase de passe garde la clé de ce profil. Entrez-la ; rien n’est lu ni modifié avant.',
    nl: 'Een wachtzin bewaart de sleutel van dit profiel. Geef ze in; voordien wordt niets gelezen of gewijzigd.',
    de: 'Eine Passphrase verwahrt den Schlüssel dieses Profils. Geben Sie sie ein; vorher wird nichts gelesen oder geändert.',
    en: 'A passphrase holds the key of this profile. Enter it; nothing is read or changed before.',
  },
  'error.vault.bare': {
    fr: 'Ce profil attend encore sa phrase de passe : ici, aucun trousseau du système ne peut garder sa clé. Choisissez-la dans la fenêtre de Guichet ; rien n’a été modifié.',
    nl: 'Dit profiel heeft nog geen wachtzin: hier kan geen sleutelbos van het systeem de sleutel bewaren. Kies ze in het venster van Guichet; er is niets gewijzigd.',
    de: 'Dieses Profil hat noch keine Passphrase: Hier kann kein Schlüsselbund des Systems seinen Schlüssel verwahren. Wählen Sie sie im Fenster von Guichet; es wurde nichts geändert.',
    en: 'This profile still has no passphrase: no system keychain can hold its key here. Choose one in Guichet’s window; nothing was changed.',
  },
  'error.vault.keychainGone': {
    fr: 'Le trousseau du système garde la clé de ce profil, et il ne répond pas. Déverrouillez-le, ou rouvrez votre session, puis réessayez ; sinon, utilisez le code de récupération. Rien n’a été modifié.',
    nl: 'De sleutelbos van het systeem bewaart de sleutel van dit profiel, en antwoordt niet. Ontgrendel hem of meld u opnieuw aan, en probeer opnieuw; gebruik anders de herstelcode. Er is niets gewijzigd.',
    de: 'Der Schlüsselbund des Systems verwahrt den Schlüssel dieses Profils und antwortet nicht. Entsperren Sie ihn oder melden Sie sich neu an, und versuchen Sie es erneut; sonst hilft der Wiederherstellungscode. Es wurde nichts geändert.',
    en: 'The system’s keychain holds the key of this profile, and does not answer. Unlock it or sign in again, then try again; otherwise use the recovery code. Nothing was changed.',
  },
  'error.vault.keychainChanged': {
    fr: 'Le trousseau du système ne rend plus la clé de ce profil : autre compte, autre ordinateur ou trousseau remplacé. Utilisez le code de récupération. Les données sont intactes.',
    nl: 'De sleutelbos van het systeem geeft de sleutel van dit profiel niet meer: een andere account, een andere computer of een vervangen sleutelbos. Gebruik de herstelcode. De gegevens zijn ongeschonden.',
    de: 'Der Schlüsselbund des Systems gibt den Schlüssel dieses Profils nicht mehr heraus: anderes Konto, anderer Computer oder ersetzter Schlüsselbund. Verwenden Sie den Wiederherstellungscode. Die Daten sind unversehrt.',
    en: 'The system’s keychain no longer gives the key of this profile: another account, another computer or a keychain replaced. Use the recovery code. The data are intact.',
  },
  'error.vault.keychainOnly': {
    fr: 'Seul le trousseau du système garde la clé de ce profil, et une commande ne l’atteint pas. La fenêtre peut l’ouvrir ; ajoutez-y une phrase de passe sous Paramètres › Sécurité. Rien n’a été modifié.',
    nl: 'Alleen de sleutelbos van het systeem bewaart de sleutel van dit profiel, en een opdracht kan er niet bij. Het venster kan het openen; stel daar ook een wachtzin in onder Instellingen › Beveiliging. Er is niets gewijzigd.',
    de: 'Nur der Schlüsselbund des Systems verwahrt den Schlüssel dieses Profils, und ein Befehl erreicht ihn nicht. Das Fenster kann es öffnen; legen Sie dort unter Einstellungen › Sicherheit auch eine Passphrase fest. Es wurde nichts geändert.',
    en: 'Only the system’s keychain holds the key of this profile, and a command cannot reach it. The window can open it; set a passphrase there too, in Settings › Security. Nothing was changed.',
  },
  'error.vault.missing': {
    fr: 'Les données de ce profil sont là, mais rien ne garde plus leur clé. Remettez le fichier vault.json ou profile.key dans son dossier, ou utilisez le code de récupération. Aucune nouvelle clé n’a été créée.',
    nl: 'De gegevens van dit profiel zijn er, maar niets bewaart hun sleutel nog. Zet het bestand vault.json of profile.key terug in de map, of gebruik de herstelcode. Er is geen nieuwe sleutel gemaakt.',
    de: 'Die Daten dieses Profils sind da, aber nichts verwahrt mehr ihren Schlüssel. Legen Sie die Datei vault.json oder profile.key in seinen Ordner zurück, oder verwenden Sie den Wiederherstellungscode. Es wurde kein neuer Schlüssel erstellt.',
    en: 'The data of this profile are here, but nothing holds their key any more. Put the file vault.json or profile.key back into its folder, or use the recovery code. No new key was made.',
  },
  'error.vault.damaged': {
    fr: 'Le fichier de clé de ce profil est endommagé. Remettez-en une copie, ou utilisez le code de récupération ; les données n’ont pas été touchées.',
    nl: 'Het sleutelbestand van dit profiel is beschadigd. Zet een kopie terug, of gebruik de herstelcode; de gegevens zijn niet aangeraakt.',
    de: 'Die Schlüsseldatei dieses Profils ist beschädigt. Spielen Sie eine Kopie zurück, oder verwenden Sie den Wiederherstellungscode; die Daten wurden nicht angetastet.',
    en: 'The key file of this profile is damaged. Put a copy back, or use the recovery code; the data were not touched.',
  },
  'error.vault.unreadable': {
    fr: 'Le fichier de clé de ce profil ne se laisse pas lire ({reason}). Fermez le programme qui le tient ou rétablissez le droit de le lire, puis réessayez. Rien n’a été modifié.',
    nl: 'Het sleutelbestand van dit profiel laat zich niet lezen ({reason}). Sluit wat het vasthoudt of geef uzelf leesrechten, en probeer opnieuw. Er is niets gewijzigd.',
    de: 'Die Schlüsseldatei dieses Profils lässt sich nicht lesen ({reason}). Schließen Sie, was sie festhält, oder geben Sie sich das Leserecht, und versuchen Sie es erneut. Es wurde nichts geändert.',
    en: 'The key file of this profile cannot be read ({reason}). Close what holds it or give yourself the right to read it, then try again. Nothing was changed.',
  },
  'error.vault.notWritten': {
    fr: 'Le fichier de clé n’a pas pu être écrit ({reason}). Vérifiez l’espace et les droits du dossier du profil, puis réessayez. Ce qui gardait la clé la garde toujours.',
    nl: 'Het sleutelbestand kon niet worden geschreven ({reason}). Controleer de ruimte en de rechten van de profielmap en probeer opnieuw. Wat de sleutel bewaarde, bewaart hem nog steeds.',
    de: 'Die Schlüsseldatei konnte nicht geschrieben werden ({reason}). Prüfen Sie Platz und Rechte des Profilordners und versuchen Sie es erneut. Was den Schlüssel verwahrte, verwahrt ihn weiterhin.',
    en: 'The key file could not be written ({reason}). Check the space and the rights of the profile’s folder, then try again. What held the key holds it still.',
  },
  'error.vault.newer': {
    fr: 'Une version plus récente de Guichet garde la clé de ce profil. Installez-la ; rien n’a été touché.',
    nl: 'Een nieuwere versie van Guichet bewaart de sleutel van dit profiel. Installeer die; er is niets aangeraakt.',
    de: 'Eine neuere Version von Guichet verwahrt den Schlüssel dieses Profils. Installieren Sie sie; es wurde nichts angetastet.',
    en: 'A newer version of Guichet holds the key of this profile. Install it; nothing was touched.',
  },
  'error.vault.refused': {
    fr: 'Cette phrase de passe n’ouvre pas ce profil. Vérifiez les majuscules et le clavier, puis réessayez, ou utilisez le code de récupération. Rien n’a été modifié.',
    nl: 'Deze wachtzin opent dit profiel niet. Controleer hoofdletters en toetsenbord en probeer opnieuw, of gebruik de herstelcode. Er is niets gewijzigd.',
    de: 'Diese Passphrase öffnet dieses Profil nicht. Prüfen Sie Großschreibung und Tastatur und versuchen Sie es erneut, oder verwenden Sie den Wiederherstellungscode. Es wurde nichts geändert.',
    en: 'This passphrase does not open this profile. Check capitals and keyboard and try again, or use the recovery code. Nothing was changed.',
  },
  'error.vault.open': {
    fr: 'Ce n’est plus nécessaire : l’état de ce profil a changé entre-temps. Rien n’a été modifié.',
    nl: 'Dat is niet meer nodig: de toestand van dit profiel is intussen veranderd. Er is niets gewijzigd.',
    de: 'Das ist nicht mehr nötig: Der Zustand dieses Profils hat sich inzwischen geändert. Es wurde nichts geändert.',
    en: 'That is no longer needed: the state of this profile has changed meanwhile. Nothing was changed.',
  },
  'error.vault.notBare': {
    fr: 'Ce profil a déjà une clé, qui reste la sienne. Changez ce qui la garde sous Paramètres › Sécurité.',
    nl: 'Dit profiel heeft al een sleutel, en die blijft. Wijzig wat hem bewaart onder Instellingen › Beveiliging.',
    de: 'Dieses Profil hat schon einen Schlüssel, und der bleibt. Ändern Sie unter Einstellungen › Sicherheit, was ihn verwahrt.',
    en: 'This profile has a key already, and it stays. Change what holds it in Settings › Security.',
  },
  'error.vault.nobody': {
    fr: 'Plus rien ne garderait la clé de ce profil. Laissez le trousseau du système ou une phrase de passe la garder ; rien n’a été modifié.',
    nl: 'Niets zou de sleutel van dit profiel nog bewaren. Laat de sleutelbos van het systeem of een wachtzin hem bewaren; er is niets gewijzigd.',
    de: 'Nichts würde den Schlüssel dieses Profils mehr verwahren. Lassen Sie ihn vom Schlüsselbund des Systems oder von einer Passphrase verwahren; es wurde nichts geändert.',
    en: 'Nothing would hold the key of this profile any more. Let the system’s keychain or a passphrase hold it; nothing was changed.',
  },
  'error.vault.noKeychain': {
    fr: 'Cet ordinateur n’a pas de trousseau du système qui garde la clé et la rende. Choisissez une phrase de passe ; ce qui gardait la clé la garde toujours.',
    nl: 'Deze computer heeft geen sleutelbos van het systeem die de sleutel bewaart en teruggeeft. Kies een wachtzin; wat de sleutel bewaarde, bewaart hem nog steeds.',
    de: 'Dieser Computer hat keinen Schlüsselbund des Systems, der den Schlüssel verwahrt und zurückgibt. Wählen Sie eine Passphrase; was den Schlüssel verwahrte, verwahrt ihn weiterhin.',
    en: 'This computer has no system keychain that holds the key and gives it back. Choose a passphrase; what held the key holds it still.',
  },
  'error.vault.passphraseNeeded': {
    fr: 'Cet ordinateur n’a pas de trousseau du système. Choisissez aussi une phrase de passe, qui gardera la clé ; rien n’a été modifié.',
    nl: 'Deze computer heeft geen sleutelbos van het systeem. Kies ook een wachtzin, die de sleutel bewaart; er is niets gewijzigd.',
    de: 'Dieser Computer hat keinen Schlüsselbund des Systems. Wählen Sie auch eine Passphrase, die den Schlüssel verwahrt; es wurde nichts geändert.',
    en: 'This computer has no system keychain. Choose a passphrase too, to hold the key; nothing was changed.',
  },
  'error.vault.noCode': {
    fr: 'Ce profil n’a pas de code de récupération. Restaurez une sauvegarde, ou ouvrez-le sur l’ordinateur et sous le compte qui l’ouvraient. Rien n’a été supprimé.',
    nl: 'Dit profiel heeft geen herstelcode. Zet een back-up terug, of open het op de computer en met de account waarmee het openging. Er is niets verwijderd.',
    de: 'Dieses Profil hat keinen Wiederherstellungscode. Stellen Sie eine Sicherung wieder her, oder öffnen Sie es auf dem Computer und mit dem Konto, die es öffneten. Es wurde nichts gelöscht.',
    en: 'This profile has no recovery code. Restore a backup, or open it on the computer and with the account that opened it. Nothing was deleted.',
  },
  'error.vault.otherProfile': {
    fr: 'Ce code rend la clé d’un autre profil : le fichier recovery.key n’appartient pas à ces données. Prenez celui de leur sauvegarde ; rien n’a été modifié.',
    nl: 'Deze code geeft de sleutel van een ander profiel: het bestand recovery.key hoort niet bij deze gegevens. Neem dat van hun back-up; er is niets gewijzigd.',
    de: 'Dieser Code gibt den Schlüssel eines anderen Profils: Die Datei recovery.key gehört nicht zu diesen Daten. Nehmen Sie die aus ihrer Sicherung; es wurde nichts geändert.',
    en: 'This code gives the key of another profile: the file recovery.key does not belong to these data. Take the one of their backup; nothing was changed.',
  },
  'error.vault.noPassphrase': {
    fr: 'Aucune phrase de passe n’a été donnée. Tapez-la dans un terminal, ou envoyez-la comme ligne de l’entrée standard ; un fichier ne peut alors pas venir de la même entrée. Rien n’a été modifié.',
    nl: 'Er is geen wachtzin gegeven. Typ ze in een terminal, of stuur ze als regel van de standaardinvoer; een bestand kan dan niet uit dezelfde invoer komen. Er is niets gewijzigd.',
    de: 'Es wurde keine Passphrase angegeben. Tippen Sie sie in ein Terminal, oder senden Sie sie als Zeile der Standardeingabe; eine Datei kann dann nicht aus derselben Eingabe kommen. Es wurde nichts geändert.',
    en: 'No passphrase was given. Type it in a terminal, or send it as a line of standard input; a file cannot come from the same input then. Nothing was changed.',
  },
  'error.vault.short': {
    fr: 'Une phrase de passe compte au moins {least} caractères. Une phrase vaut mieux qu’un mot ; rien n’a été modifié.',
    nl: 'Een wachtzin telt minstens {least} tekens. Een zin is beter dan een woord; er is niets gewijzigd.',
    de: 'Eine Passphrase hat mindestens {least} Zeichen. Ein Satz ist besser als ein Wort; es wurde nichts geändert.',
    en: 'A passphrase has at least {least} characters. A sentence is better than a word; nothing was changed.',
  },
  'error.vault.unlike': {
    fr: 'Les deux phrases de passe diffèrent. Recommencez ; rien n’a été modifié.',
    nl: 'De twee wachtzinnen verschillen. Begin opnieuw; er is niets gewijzigd.',
    de: 'Die beiden Passphrasen sind verschieden. Beginnen Sie neu; es wurde nichts geändert.',
    en: 'The two passphrases differ. Start again; nothing was changed.',
  },
  'vault.cli.passphrase': {
    fr: 'Phrase de passe du profil : ',
    nl: 'Wachtzin van het profiel: ',
    de: 'Passphrase des Profils: ',
    en: 'Passphrase of the profile: ',
  },
  'vault.cli.newPassphrase': {
    fr: 'Nouvelle phrase de passe de ce profil : ',
    nl: 'Nieuwe wachtzin van dit profiel: ',
    de: 'Neue Passphrase dieses Profils: ',
    en: 'New passphrase of this profile: ',
  },
  'vault.cli.again': {
    fr: 'La même encore une fois : ',
    nl: 'Nog eens dezelfde: ',
    de: 'Noch einmal dieselbe: ',
    en: 'The same once more: ',
  },
});
