import { defineMessages } from './define.ts';

/** The settings view. */
export const settingsView = defineMessages({
  'settingsView.role.assistant': { fr: 'assistant', nl: 'assistent', de: 'Assistenz', en: 'assistant' },
  'settingsView.role.accountant': { fr: 'comptable', nl: 'accountant', de: 'Buchhaltung', en: 'accountant' },
  'settingsView.role.partner': { fr: 'associé', nl: 'vennoot', de: 'Partner', en: 'partner' },
});
