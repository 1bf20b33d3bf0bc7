import { defineMessages } from './define.ts';

/** Two people change one return. */
export const vatConflict = defineMessages({
  'vatConflict.title': {
    fr: '{who} a enregistré cette déclaration entre-temps ({at})',
    nl: '{who} heeft deze aangifte intussen opgeslagen ({at})',
    de: '{who} hat diese Erklärung inzwischen gespeichert ({at})',
    en: '{who} saved this return meanwhile ({at})',
  },
  'vatConflict.both': {
    fr: '{count, plural, one {Vous avez tous deux modifié cette grille. Ce qui est enregistré reste, sauf si vous choisissez le vôtre :} other {Vous avez tous deux modifié ces # grilles. Ce qui est enregistré reste, sauf où vous choisissez le vôtre :}}',
    nl: '{count, plural, one {U hebt allebei dit rooster gewijzigd. Wat opgeslagen is blijft, tenzij u het uwe kiest:} other {U hebt allebei deze # roosters gewijzigd. Wat opgeslagen is blijft, behalve waar u het uwe kiest:}}',
    de: '{count, plural, one {Sie haben beide dieses Raster geändert. Das Gespeicherte bleibt, außer Sie wählen Ihres:} other {Sie haben beide diese # Raster geändert. Das Gespeicherte bleibt, außer wo Sie Ihres wählen:}}',
    en: '{count, plural, one {You both changed this grid. What is saved stays, unless you choose yours:} other {You both changed these # grids. What is saved stays, except where you choose yours:}}',
  },
  'vatConflict.together': {
    fr: 'Réunir et enregistrer',
    nl: 'Samenvoegen en opslaan',
    de: 'Zusammenführen und speichern',
    en: 'Put together and save',
  },
  'vatConflict.grid': {
    fr: 'Grille {grid}, {label}',
    nl: 'Rooster {grid}, {label}',
    de: 'Raster {grid}, {label}',
    en: 'Grid {grid}, {label}',
  },
  'vatConflict.mine': { fr: 'Vous', nl: 'U', de: 'Sie', en: 'You' },
  'vatConflict.theirs': { fr: 'Enregistré', nl: 'Opgeslagen', de: 'Gespeichert', en: 'Saved' },
  'vatConflict.empty': { fr: 'vide', nl: 'leeg', de: 'leer', en: 'empty' },
});
