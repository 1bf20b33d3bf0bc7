import { errors } from './errors.ts';
import { identity } from './identity.ts';
import { shell } from './shell.ts';
import { vat } from './vat.ts';

/** All messages of the product. Each topic owns one file; keys begin with the topic's name. */
export const messages = { ...errors, ...identity, ...shell, ...vat };
export type MessageKey = keyof typeof messages;
