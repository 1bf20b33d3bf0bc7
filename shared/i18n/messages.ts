import { errors } from './errors.ts';

/** All messages of the product. Each topic owns one file; keys begin with the topic's name. */
export const messages = { ...errors };
export type MessageKey = keyof typeof messages;
