import { defineMessages } from './define.ts';

/** The key of this installation, and links for the legal representative. */
export const installationView = defineMessages({
  'installationView.title': { fr: 'Cette installation', nl: 'Deze installatie', de: 'Diese Installation', en: 'This installation' },
  'installationView.text': {
    fr: 'Guichet s’identifie auprès du SPF Finances par une clé faite sur cet ordinateur, dont la partie privée ne le quitte jamais. Le relais de l’éditeur en publie la partie publique ; il ne voit ni jetons ni documents.',
    nl: 'Guichet identificeert zich bij de FOD Financiën met een sleutel die op deze computer gemaakt is en waarvan het privédeel die nooit verlaat. De relay van de softwareleverancier publiceert het publieke deel; tokens of documenten ziet hij niet.',
    de: 'Guichet weist sich beim FÖD Finanzen mit einem Schlüssel aus, der auf diesem Computer erzeugt wurde und dessen privater Teil ihn nie verlässt. Das Relais des Softwareanbieters veröffentlicht den öffentlichen Teil; Token oder Dokumente sieht es nicht.',
    en: 'Guichet identifies itself to SPF Finances by a key made on this computer, whose private half never leaves it. The software house’s relay publishes the public half; it sees neither tokens nor documents.',
  },
  'installationView.none': {
    fr: 'La clé est faite à la première connexion.',
    nl: 'De sleutel wordt bij de eerste verbinding gemaakt.',
    de: 'Der Schlüssel wird bei der ersten Verbindung erzeugt.',
    en: 'The key is made at the first connection.',
  },
  'installationView.key': {
    fr: 'Empreinte de la clé',
    nl: 'Vingerafdruk van de sleutel',
    de: 'Fingerabdruck des Schlüssels',
    en: 'Key thumbprint',
  },
  'installationView.registered': { fr: 'Inscrite le', nl: 'Ingeschreven op', de: 'Eingetragen am', en: 'Registered on' },
  'installationView.notRegistered': { fr: 'pas encore', nl: 'nog niet', de: 'noch nicht', en: 'not yet' },
  'installationView.relay': {
    fr: 'Relais de l’éditeur',
    nl: 'Relay van de leverancier',
    de: 'Relais des Anbieters',
    en: 'Software house’s relay',
  },
  'installationView.client': { fr: 'Nom au SPF', nl: 'Naam bij de FOD', de: 'Name beim FÖD', en: 'Name at SPF' },
  'installationView.former': {
    fr: 'La clé précédente reste valable jusqu’au {when}.',
    nl: 'De vorige sleutel blijft geldig tot {when}.',
    de: 'Der vorige Schlüssel gilt noch bis {when}.',
    en: 'The key before stays valid until {when}.',
  },
  'installationView.rotating': {
    fr: 'Une nouvelle clé attend la confirmation du relais ; l’ancienne sert entre-temps.',
    nl: 'Een nieuwe sleutel wacht op bevestiging van de relay; de oude dient intussen.',
    de: 'Ein neuer Schlüssel wartet auf die Bestätigung des Relais; bis dahin dient der alte.',
    en: 'A new key waits for the relay’s confirmation; the old one serves meanwhile.',
  },
  'installationView.rotate': { fr: 'Renouveler la clé', nl: 'Sleutel vernieuwen', de: 'Schlüssel erneuern', en: 'Renew the key' },
  'installationView.rotateText': {
    fr: 'Une nouvelle paire de clés remplace l’actuelle. Les consentements restent en place.',
    nl: 'Een nieuw sleutelpaar vervangt het huidige. De toestemmingen blijven behouden.',
    de: 'Ein neues Schlüsselpaar ersetzt das jetzige. Die Zustimmungen bleiben bestehen.',
    en: 'A new key pair replaces the present one. Consents stay in place.',
  },
  'installationView.revoke': {
    fr: 'Révoquer et oublier l’installation',
    nl: 'Installatie intrekken en vergeten',
    de: 'Installation widerrufen und vergessen',
    en: 'Revoke and forget the installation',
  },
  'installationView.revokeText': {
    fr: 'Le relais ne publie plus la clé et Guichet oublie {count, plural, =0 {tout consentement} one {# consentement} other {# consentements}} : plus rien n’est récupéré ni déposé tant que le représentant légal n’a pas consenti à nouveau. Documents et déclarations restent archivés.',
    nl: 'De relay publiceert de sleutel niet meer en Guichet vergeet {count, plural, =0 {elke toestemming} one {# toestemming} other {# toestemmingen}}: er wordt niets meer opgehaald of ingediend tot de wettelijke vertegenwoordiger opnieuw toestemt. Documenten en aangiften blijven bewaard.',
    de: 'Das Relais veröffentlicht den Schlüssel nicht mehr und Guichet vergisst {count, plural, =0 {jede Zustimmung} one {# Zustimmung} other {# Zustimmungen}}: Nichts wird mehr abgerufen oder eingereicht, bis der gesetzliche Vertreter erneut zustimmt. Dokumente und Erklärungen bleiben archiviert.',
    en: 'The relay publishes the key no more and Guichet forgets {count, plural, =0 {every consent} one {# consent} other {# consents}}: nothing more is fetched or filed until the legal representative consents again. Documents and returns stay stored.',
  },
  'installationView.link': {
    fr: 'Préparer le lien pour le représentant légal',
    nl: 'Link voor de wettelijke vertegenwoordiger klaarmaken',
    de: 'Link für den gesetzlichen Vertreter vorbereiten',
    en: 'Prepare the link for the legal representative',
  },
  'installationView.endsSoon': {
    fr: 'Le consentement expire {distance}. Récupérez les documents avant, ou renouvelez-le.',
    nl: 'De toestemming vervalt {distance}. Haal vóór die tijd documenten op, of vernieuw ze.',
    de: 'Die Zustimmung läuft {distance} ab. Rufen Sie vorher Dokumente ab oder erneuern Sie sie.',
    en: 'The consent ends {distance}. Fetch documents before then, or renew it.',
  },
});
