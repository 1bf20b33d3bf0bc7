import { defineMessages } from './define.ts';

/** Taking back what was done, whatever it was done to. */
export const undo = defineMessages({
  'undo.do': { fr: 'Annuler (Ctrl+Z)', nl: 'Ongedaan maken (Ctrl+Z)', de: 'Rückgängig (Strg+Z)', en: 'Undo (Ctrl+Z)' },
  'undo.done': {
    fr: '{restored, plural, =0 {Rien à rétablir} one {# élément remis comme avant} other {# éléments remis comme avant}}{left, plural, =0 {} one { ; # modifié entre-temps, laissé tel quel} other { ; # modifiés entre-temps, laissés tels quels}}',
    nl: '{restored, plural, =0 {Niets te herstellen} one {# wijziging hersteld} other {# wijzigingen hersteld}}{left, plural, =0 {} other {; # intussen gewijzigd en zo gelaten}}',
    de: '{restored, plural, =0 {Nichts wiederherzustellen} one {# Änderung zurückgenommen} other {# Änderungen zurückgenommen}}{left, plural, =0 {} other {; # inzwischen geändert und so belassen}}',
    en: '{restored, plural, =0 {Nothing to restore} one {# change taken back} other {# changes taken back}}{left, plural, =0 {} other {; # changed meanwhile and left as they are}}',
  },
  'undo.nothing': {
    fr: 'Rien à annuler depuis l’ouverture de Guichet.',
    nl: 'Niets ongedaan te maken sinds Guichet geopend werd.',
    de: 'Seit dem Öffnen von Guichet gibt es nichts rückgängig zu machen.',
    en: 'Nothing to undo since Guichet was opened.',
  },
});
