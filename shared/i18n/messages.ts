import { errors } from './errors.ts';
import { identity } from './identity.ts';
import { shell } from './shell.ts';

/** All messages of the product. Each topic owns one file; keys begin with the topic's name. */
export const messages = { ...errors, ...identity, ...shell };
export type MessageKey = keyof typeof messages;
