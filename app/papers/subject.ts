import type { Client } from '#shared/contract/clients.ts';
import type { Environment } from '#shared/contract/settings.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Translator } from '#shared/i18n/translator.ts';

export type Party = Pick<Client, 'name' | 'enterpriseNumber' | 'street' | 'postCode' | 'city' | 'email'>;

/** What a paper is made from. */
export interface Subject {
  readonly view: ReturnView;
  readonly client: Party;
  /** The accounting firm, `null` before its first consent. */
  readonly firm: Party | null;
  /** Who asks. */
  readonly user: string;
  /** In the language of the paper. */
  readonly t: Translator;
  /** Anything but production is said on every page: nothing of it counts. */
  readonly environment: Environment;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Street, then post code and town; what is not known is left out. */
export const addressOf = ({ street, postCode, city }: Party): string[] =>
  [street, `${postCode} ${city}`].map((line) => line.trim()).filter((line) => line !== '');

/** The last thing that happened to a return, epoch milliseconds: the date of its papers, so that the same return gives the same bytes. */
export function datedAt({ evidence, deadline }: ReturnView): number {
  const last = evidence.at(-1);
  return Date.parse(last ? last.at : `${deadline.legal}T00:00:00Z`);
}
