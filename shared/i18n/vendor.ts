import { defineMessages } from './define.ts';

/** The vendor's file, its relay, and this installation's key. */
export const vendor = defineMessages({
  'error.vendor.missing': {
    fr: 'Il manque le fichier de l’éditeur (vendor.json) pour cet environnement. Votre éditeur le fournit ; placez-le dans le dossier du profil.',
    nl: 'Het bestand van de softwareleverancier (vendor.json) voor deze omgeving ontbreekt. Uw leverancier bezorgt het; plaats het in de map van het profiel.',
    de: 'Die Datei des Softwareanbieters (vendor.json) für diese Umgebung fehlt. Ihr Anbieter stellt sie bereit; legen Sie sie in den Ordner des Profils.',
    en: 'The software house’s file (vendor.json) for this environment is missing. Your software house supplies it; put it into the profile’s folder.',
  },
  'error.vendor.unreadable': {
    fr: 'Le fichier de l’éditeur est abîmé ou incomplet ({field}). Demandez-en un nouveau à votre éditeur.',
    nl: 'Het bestand van de softwareleverancier is beschadigd of onvolledig ({field}). Vraag uw leverancier een nieuw.',
    de: 'Die Datei des Softwareanbieters ist beschädigt oder unvollständig ({field}). Bitten Sie Ihren Anbieter um eine neue.',
    en: 'The software house’s file is damaged or incomplete ({field}). Ask your software house for a new one.',
  },
  'error.vendor.signature': {
    fr: 'Le fichier de l’éditeur ne porte pas la signature que cette version de Guichet attend. Par prudence, aucun serveur n’est contacté.',
    nl: 'Het bestand van de softwareleverancier draagt niet de handtekening die deze versie van Guichet verwacht. Voorzichtigheidshalve wordt geen server gecontacteerd.',
    de: 'Die Datei des Softwareanbieters trägt nicht die Signatur, die diese Version von Guichet erwartet. Vorsichtshalber wird kein Server kontaktiert.',
    en: 'The software house’s file does not bear the signature this version of Guichet expects. To be safe, no server is contacted.',
  },
  'error.vendor.noKey': {
    fr: 'Cette version de Guichet n’est liée à aucun éditeur : seul le bac à sable est ouvert.',
    nl: 'Deze versie van Guichet is aan geen softwareleverancier verbonden: alleen de testomgeving (sandbox) is open.',
    de: 'Diese Version von Guichet ist an keinen Softwareanbieter gebunden: Nur die Sandbox ist offen.',
    en: 'This version of Guichet belongs to no software house: only the sandbox is open.',
  },
  'error.vendor.environment': {
    fr: 'Le fichier de l’éditeur est fait pour l’environnement « {stated} », ce profil pour « {environment} ».',
    nl: 'Het bestand van de softwareleverancier is voor de omgeving “{stated}”, dit profiel voor “{environment}”.',
    de: 'Die Datei des Softwareanbieters gilt für die Umgebung „{stated}“, dieses Profil für „{environment}“.',
    en: 'The software house’s file is for the environment “{stated}”, this profile for “{environment}”.',
  },
  'error.vendor.profile': {
    fr: 'Ce profil a été créé pour un autre environnement et ne s’ouvre pas dans « {environment} ».',
    nl: 'Dit profiel werd voor een andere omgeving gemaakt en opent niet in “{environment}”.',
    de: 'Dieses Profil wurde für eine andere Umgebung angelegt und öffnet sich nicht in „{environment}“.',
    en: 'This profile was made for another environment and does not open in “{environment}”.',
  },
  'error.vendor.host': {
    fr: 'L’adresse {host} ne convient pas à l’environnement « {environment} » : le bac à sable reste sur cet ordinateur, les autres n’y sont jamais.',
    nl: 'Het adres {host} past niet bij de omgeving “{environment}”: de sandbox blijft op deze computer, de andere zijn er nooit.',
    de: 'Die Adresse {host} passt nicht zur Umgebung „{environment}“: Die Sandbox bleibt auf diesem Computer, die anderen sind nie dort.',
    en: 'The address {host} does not fit the environment “{environment}”: the sandbox stays on this computer, the others never are.',
  },
  'error.identity.relay_enrolment': {
    fr: 'Le relais de l’éditeur refuse cette installation : le code d’inscription du fichier de l’éditeur n’est plus valable. Demandez-en un nouveau.',
    nl: 'De relay van de softwareleverancier weigert deze installatie: de inschrijvingscode in het bestand van de leverancier is niet meer geldig. Vraag een nieuw bestand.',
    de: 'Das Relais des Softwareanbieters lehnt diese Installation ab: Der Anmeldecode in der Datei des Anbieters gilt nicht mehr. Bitten Sie um eine neue.',
    en: 'The software house’s relay refuses this installation: the enrolment code of the vendor file is no longer valid. Ask for a new file.',
  },
  'error.identity.relay_ended': {
    fr: 'La clé de cette installation a été révoquée. Révoquez et oubliez l’installation dans Paramètres › Connexions, puis connectez-vous à nouveau.',
    nl: 'De sleutel van deze installatie werd ingetrokken. Trek de installatie in via Instellingen › Verbindingen en maak opnieuw verbinding.',
    de: 'Der Schlüssel dieser Installation wurde widerrufen. Widerrufen Sie die Installation unter Einstellungen › Verbindungen und verbinden Sie sich neu.',
    en: 'The key of this installation was revoked. Revoke and forget the installation in Settings › Connections, then connect again.',
  },
  'error.identity.relay_unknown': {
    fr: 'Le relais de l’éditeur ne connaît pas la clé de cette installation. Réessayez ; elle sera inscrite à nouveau.',
    nl: 'De relay van de softwareleverancier kent de sleutel van deze installatie niet. Probeer opnieuw; hij wordt dan weer ingeschreven.',
    de: 'Das Relais des Softwareanbieters kennt den Schlüssel dieser Installation nicht. Versuchen Sie es erneut; er wird neu eingetragen.',
    en: 'The software house’s relay does not know the key of this installation. Try again; it will be registered anew.',
  },
  'error.identity.relay_full': {
    fr: 'Le relais de l’éditeur n’accepte plus de nouvelle installation pour le moment. Prévenez votre éditeur.',
    nl: 'De relay van de softwareleverancier aanvaardt momenteel geen nieuwe installaties. Verwittig uw leverancier.',
    de: 'Das Relais des Softwareanbieters nimmt derzeit keine neuen Installationen auf. Benachrichtigen Sie Ihren Anbieter.',
    en: 'The software house’s relay takes no new installations for now. Tell your software house.',
  },
  'error.identity.relay_unavailable': {
    fr: 'Le relais de l’éditeur ne répond pas comme prévu. Vos consentements restent en place ; réessayez dans quelques minutes.',
    nl: 'De relay van de softwareleverancier antwoordt niet zoals verwacht. Uw toestemmingen blijven behouden; probeer over enkele minuten opnieuw.',
    de: 'Das Relais des Softwareanbieters antwortet nicht wie erwartet. Ihre Zustimmungen bleiben bestehen; versuchen Sie es in einigen Minuten erneut.',
    en: 'The software house’s relay does not answer as expected. Your consents stay in place; try again in a few minutes.',
  },
  'activity.installation.registered': {
    fr: 'Clé de l’installation inscrite au relais de l’éditeur',
    nl: 'Sleutel van de installatie ingeschreven bij de relay van de leverancier',
    de: 'Schlüssel der Installation beim Relais des Anbieters eingetragen',
    en: 'Key of the installation registered with the vendor’s relay',
  },
  'activity.installation.rotated': {
    fr: 'Clé de l’installation renouvelée',
    nl: 'Sleutel van de installatie vernieuwd',
    de: 'Schlüssel der Installation erneuert',
    en: 'Key of the installation renewed',
  },
  'activity.installation.revoked': {
    fr: 'Installation révoquée, consentements oubliés',
    nl: 'Installatie ingetrokken, toestemmingen vergeten',
    de: 'Installation widerrufen, Zustimmungen vergessen',
    en: 'Installation revoked, consents forgotten',
  },
});
