import { defineMessages } from './define.ts';

/** The desktop shell: its door, its dialogs, other programs. */
export const shell = defineMessages({
  'error.ipc.sender': {
    fr: 'Cette demande ne vient pas de la fenêtre de Guichet. Elle a été refusée.',
    nl: 'Deze vraag komt niet uit het venster van Guichet. Ze werd geweigerd.',
    de: 'Diese Anfrage kommt nicht aus dem Fenster von Guichet. Sie wurde abgelehnt.',
    en: 'This request does not come from the Guichet window. It was refused.',
  },
  'error.ipc.unknownMethod': {
    fr: 'La fenêtre a demandé une fonction que cette version ne connaît pas. Redémarrez Guichet.',
    nl: 'Het venster vroeg een functie die deze versie niet kent. Start Guichet opnieuw.',
    de: 'Das Fenster hat eine Funktion verlangt, die diese Version nicht kennt. Starten Sie Guichet neu.',
    en: 'The window asked for a function that this version does not know. Restart Guichet.',
  },
  'error.ipc.invalidInput': {
    fr: 'Une valeur n’est pas acceptée ({place}). Rien n’a été modifié.',
    nl: 'Een waarde wordt niet aanvaard ({place}). Er is niets gewijzigd.',
    de: 'Ein Wert wird nicht angenommen ({place}). Es wurde nichts geändert.',
    en: 'A value is not accepted ({place}). Nothing was changed.',
  },
  'error.ipc.invalidOutput': {
    fr: 'La réponse à « {method} » est incomplète ({place}). Réessayez ; si cela revient, créez un rapport de support.',
    nl: 'Het antwoord op „{method}” is onvolledig ({place}). Probeer opnieuw; maak een supportrapport als dit terugkomt.',
    de: 'Die Antwort auf „{method}“ ist unvollständig ({place}). Versuchen Sie es erneut; kehrt es wieder, erstellen Sie einen Supportbericht.',
    en: 'The answer to “{method}” is incomplete ({place}). Try again; if it returns, create a support report.',
  },
  'error.core.stopped': {
    fr: 'Le moteur de Guichet s’est arrêté et redémarre. Ce qui était enregistré est conservé ; vérifiez la dernière action avant de la répéter.',
    nl: 'De motor van Guichet is gestopt en start opnieuw. Wat bewaard was, blijft bewaard; controleer de laatste handeling vóór u ze herhaalt.',
    de: 'Der Kern von Guichet wurde beendet und startet neu. Gespeichertes bleibt erhalten; prüfen Sie den letzten Vorgang, bevor Sie ihn wiederholen.',
    en: 'Guichet’s engine stopped and is starting again. What was saved is kept; check the last action before you repeat it.',
  },
  'error.shell.notAllowed': {
    fr: 'Cette adresse n’appartient pas à SPF Finances. Guichet ne l’ouvre pas.',
    nl: 'Dit adres is niet van de FOD Financiën. Guichet opent het niet.',
    de: 'Diese Adresse gehört nicht zum FÖD Finanzen. Guichet öffnet sie nicht.',
    en: 'This address does not belong to FPS Finance. Guichet does not open it.',
  },
  'error.shell.noConsentPage': {
    fr: 'Cette demande de consentement n’est plus ouverte. Recommencez la connexion.',
    nl: 'Deze toestemmingsvraag staat niet meer open. Begin de verbinding opnieuw.',
    de: 'Diese Zustimmungsanfrage ist nicht mehr offen. Beginnen Sie die Verbindung neu.',
    en: 'This consent request is no longer open. Start the connection again.',
  },
  'error.shell.notViewable': {
    fr: '« {name} » n’est pas d’un type que Guichet ouvre. Enregistrez-le pour l’ouvrir vous-même.',
    nl: '„{name}” is geen bestandstype dat Guichet opent. Bewaar het om het zelf te openen.',
    de: '„{name}“ ist kein Dateityp, den Guichet öffnet. Speichern Sie die Datei, um sie selbst zu öffnen.',
    en: '“{name}” is not a type of file that Guichet opens. Save it to open it yourself.',
  },
  'error.shell.noProgram': {
    fr: 'Aucun programme de cet ordinateur n’ouvre « {name} ». Enregistrez-le ou installez une visionneuse.',
    nl: 'Geen enkel programma op deze computer opent „{name}”. Bewaar het of installeer een viewer.',
    de: 'Kein Programm auf diesem Computer öffnet „{name}“. Speichern Sie die Datei oder installieren Sie ein Anzeigeprogramm.',
    en: 'No program on this computer opens “{name}”. Save it or install a viewer.',
  },
  'error.shell.noMailProgram': {
    fr: 'Aucun programme de courrier de cet ordinateur n’ouvre le message. Enregistrez la déclaration et la lettre, puis joignez-les vous-même.',
    nl: 'Geen enkel mailprogramma op deze computer opent het bericht. Bewaar de aangifte en de brief en voeg ze zelf toe.',
    de: 'Kein E-Mail-Programm auf diesem Computer öffnet die Nachricht. Speichern Sie Erklärung und Brief und fügen Sie sie selbst an.',
    en: 'No mail program on this computer opens the message. Save the return and the letter, then attach them yourself.',
  },
  'error.shell.saveFailed': {
    fr: 'Le fichier n’a pas pu être écrit à cet endroit. Choisissez un autre dossier ; rien n’y a été laissé à moitié.',
    nl: 'Het bestand kon daar niet worden weggeschreven. Kies een andere map; er bleef niets half achter.',
    de: 'Die Datei konnte dort nicht geschrieben werden. Wählen Sie einen anderen Ordner; nichts blieb halb geschrieben zurück.',
    en: 'The file could not be written there. Choose another folder; nothing was left half written.',
  },
});
