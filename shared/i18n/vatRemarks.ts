import { defineMessages } from './define.ts';

/** What blocks nothing and is to be read all the same before a return leaves. */
export const vatRemarks = defineMessages({
  'vatRemarks.count': {
    fr: '{count, plural, one {# remarque} other {# remarques}}',
    nl: '{count, plural, one {# opmerking} other {# opmerkingen}}',
    de: '{count, plural, one {# Hinweis} other {# Hinweise}}',
    en: '{count, plural, one {# remark} other {# remarks}}',
  },
  'vatRemarks.read': {
    fr: '{count, plural, one {# remarque : lisez-la avant de déposer} other {# remarques : lisez-les avant de déposer}}',
    nl: '{count, plural, one {# opmerking: lees ze vóór u indient} other {# opmerkingen: lees ze vóór u indient}}',
    de: '{count, plural, one {# Hinweis: lesen Sie ihn vor dem Einreichen} other {# Hinweise: lesen Sie sie vor dem Einreichen}}',
    en: '{count, plural, one {# remark: read it before filing} other {# remarks: read them before filing}}',
  },
  'vatRemarks.toChecks': { fr: 'Lire', nl: 'Lezen', de: 'Lesen', en: 'Read' },
  'vatRemarks.returns': {
    fr: '{count, plural, one {# avec des remarques à lire} other {# avec des remarques à lire}}',
    nl: '{count, plural, other {# met opmerkingen om te lezen}}',
    de: '{count, plural, other {# mit Hinweisen zum Lesen}}',
    en: '{count, plural, other {# with remarks to read}}',
  },
  'vatRemarks.label': { fr: 'Remarques', nl: 'Opmerkingen', de: 'Hinweise', en: 'Remarks' },
});
