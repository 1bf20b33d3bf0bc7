import { defineMessages } from './define.ts';

/** The clients view. */
export const clientsView = defineMessages({
  'clientsView.add': { fr: 'Ajouter un client', nl: 'Klant toevoegen', de: 'Mandant hinzufügen', en: 'Add a client' },
});
