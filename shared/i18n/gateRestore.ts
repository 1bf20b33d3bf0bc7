import { defineMessages } from './define.ts';

/** A backup that takes the place of a profile. */
export const gateRestore = defineMessages({
  'gate.restore.title.running': {
    fr: 'La sauvegarde est restaurée…',
    nl: 'De back-up wordt teruggezet…',
    de: 'Die Sicherung wird wiederhergestellt …',
    en: 'Restoring the backup…',
  },
  'gate.restore.title.done': {
    fr: 'La sauvegarde est en place',
    nl: 'De back-up staat op zijn plaats',
    de: 'Die Sicherung ist an ihrem Platz',
    en: 'The backup is in place',
  },
  'gate.restore.title.idle': {
    fr: 'La sauvegarde n’a pas été restaurée',
    nl: 'De back-up werd niet teruggezet',
    de: 'Die Sicherung wurde nicht wiederhergestellt',
    en: 'The backup was not restored',
  },
  'gate.restore.choose': { fr: 'Choisir le dossier…', nl: 'Map kiezen…', de: 'Ordner wählen…', en: 'Choose the folder…' },
  'gate.restore.change': { fr: 'Autre dossier…', nl: 'Andere map…', de: 'Anderer Ordner…', en: 'Another folder…' },
  'gate.restore.chooseHint': {
    fr: 'Là où Guichet faisait ses sauvegardes.',
    nl: 'Waar Guichet zijn back-ups maakte.',
    de: 'Wo Guichet seine Sicherungen ablegte.',
    en: 'Where Guichet made its backups.',
  },
  'gate.restore.which': {
    fr: '{count, plural, one {Une sauvegarde} other {# sauvegardes}}',
    nl: '{count, plural, one {Eén back-up} other {# back-ups}}',
    de: '{count, plural, one {Eine Sicherung} other {# Sicherungen}}',
    en: '{count, plural, one {One backup} other {# backups}}',
  },
  'gate.restore.newest': { fr: 'la plus récente', nl: 'de nieuwste', de: 'die neueste', en: 'the newest' },
  'gate.restore.run': {
    fr: 'Restaurer celle du {when}',
    nl: 'Die van {when} terugzetten',
    de: 'Die vom {when} wiederherstellen',
    en: 'Restore that of {when}',
  },
  'gate.restore.keeps': {
    fr: 'Le profil actuel est mis de côté, rien n’est supprimé.',
    nl: 'Het huidige profiel wordt opzijgezet, er wordt niets verwijderd.',
    de: 'Das jetzige Profil wird beiseitegelegt, nichts wird gelöscht.',
    en: 'The present profile is set aside, nothing is deleted.',
  },
  'gate.restore.running': {
    fr: 'La sauvegarde est reconstituée à côté du profil, puis comparée. Laissez le disque branché.',
    nl: 'De back-up wordt naast het profiel samengesteld en daarna vergeleken. Laat de schijf aangesloten.',
    de: 'Die Sicherung wird neben dem Profil zusammengesetzt und dann verglichen. Lassen Sie den Datenträger angeschlossen.',
    en: 'The backup is put together beside the profile, then compared. Leave the disk connected.',
  },
  'gate.restore.reading': {
    fr: 'La sauvegarde est lue…',
    nl: 'De back-up wordt gelezen…',
    de: 'Die Sicherung wird gelesen …',
    en: 'Reading the backup…',
  },
  'gate.restore.work': { fr: '{done} sur {total}', nl: '{done} van {total}', de: '{done} von {total}', en: '{done} of {total}' },
  'gate.restore.done': {
    fr: 'Elle a été comparée avec son inventaire et s’ouvre.',
    nl: 'Ze werd met haar inventaris vergeleken en opent.',
    de: 'Sie wurde mit ihrem Verzeichnis verglichen und öffnet sich.',
    en: 'It was compared with its list and opens.',
  },
  'gate.restore.skipped': {
    fr: '{count, plural, one {La sauvegarde du {when} n’est pas entière} other {Les sauvegardes du {when} ne sont pas entières}} : la précédente a été restaurée',
    nl: '{count, plural, one {De back-up van {when} is niet volledig} other {De back-ups van {when} zijn niet volledig}}: de vorige werd teruggezet',
    de: '{count, plural, one {Die Sicherung vom {when} ist nicht vollständig} other {Die Sicherungen vom {when} sind nicht vollständig}}: Die vorherige wurde wiederhergestellt',
    en: '{count, plural, one {The backup of {when} is not whole} other {The backups of {when} are not whole}}: the one before was restored',
  },
  'gate.restore.skippedText': {
    fr: 'Faites une nouvelle sauvegarde dès que le profil est ouvert, et vérifiez le disque ou le partage où elles se trouvent.',
    nl: 'Maak een nieuwe back-up zodra het profiel open is, en controleer de schijf of de share waar ze staan.',
    de: 'Erstellen Sie eine neue Sicherung, sobald das Profil offen ist, und prüfen Sie den Datenträger oder die Freigabe, auf der sie liegen.',
    en: 'Make a new backup as soon as the profile is open, and check the disk or the share that holds them.',
  },
  'gate.restore.since': {
    fr: 'Ce qui a été fait depuis la sauvegarde n’y figure pas',
    nl: 'Wat sinds de back-up gebeurde, zit er niet in',
    de: 'Was seit der Sicherung geschah, enthält sie nicht',
    en: 'What was done since the backup is not in it',
  },
  'gate.restore.sinceText': {
    fr: 'Les déclarations déposées depuis sont au SPF, mais Guichet ne le saura plus : vérifiez-les dans Intervat avant d’en déposer d’autres.',
    nl: 'Aangiften die sindsdien werden ingediend, zijn bij de FOD, maar Guichet weet dat dan niet meer: controleer ze in Intervat voor u nieuwe indient.',
    de: 'Seither eingereichte Erklärungen liegen beim FÖD, aber Guichet weiß es dann nicht mehr: Prüfen Sie sie in Intervat, bevor Sie weitere einreichen.',
    en: 'Returns filed since are at SPF, but Guichet will no longer know: check them in Intervat before you file others.',
  },
  'gate.restore.aside': {
    fr: 'Ce qui était ici auparavant est entier dans ce dossier. Gardez-le tant que vous n’êtes pas certain de ne plus en avoir besoin.',
    nl: 'Wat hier voordien stond, staat volledig in deze map. Bewaar ze tot u zeker bent dat u ze niet meer nodig hebt.',
    de: 'Was zuvor hier war, liegt vollständig in diesem Ordner. Behalten Sie ihn, bis Sie sicher sind, dass Sie ihn nicht mehr brauchen.',
    en: 'What was here before is complete in this folder. Keep it until you are certain you no longer need it.',
  },
  'gate.restore.nothingAside': {
    fr: 'Il n’y avait rien ici auparavant.',
    nl: 'Hier stond voordien niets.',
    de: 'Hier war zuvor nichts.',
    en: 'There was nothing here before.',
  },
  'gate.restore.continue': {
    fr: 'Ouvrir le profil restauré',
    nl: 'Het teruggezette profiel openen',
    de: 'Das wiederhergestellte Profil öffnen',
    en: 'Open the restored profile',
  },
  'gate.restore.back': { fr: 'Revenir au profil', nl: 'Terug naar het profiel', de: 'Zurück zum Profil', en: 'Back to the profile' },
  'gate.restore.failed': {
    fr: 'Le profil est comme avant.',
    nl: 'Het profiel is zoals voordien.',
    de: 'Das Profil ist wie zuvor.',
    en: 'The profile is as before.',
  },
});
