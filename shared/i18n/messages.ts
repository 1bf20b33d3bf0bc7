import { cli } from './cli.ts';
import { clientsView } from './clientsView.ts';
import { core } from './core.ts';
import { documentsView } from './documentsView.ts';
import { errors } from './errors.ts';
import { filing } from './filing.ts';
import { frame } from './frame.ts';
import { identity } from './identity.ts';
import { settingsView } from './settingsView.ts';
import { shell } from './shell.ts';
import { vat } from './vat.ts';
import { vatView } from './vatView.ts';

/** All messages of the product. Each topic owns one file; keys begin with the topic's name. */
export const messages = {
  ...cli,
  ...clientsView,
  ...core,
  ...documentsView,
  ...errors,
  ...filing,
  ...frame,
  ...identity,
  ...settingsView,
  ...shell,
  ...vat,
  ...vatView,
};
export type MessageKey = keyof typeof messages;
