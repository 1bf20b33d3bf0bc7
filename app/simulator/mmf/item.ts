import type { LabelSet, SimDocument } from '../documents.ts';
import type { Profile } from '../options.ts';
import { DOCUMENTS } from './paths.ts';

/** SPF leaves the leading zero out on the wire. */
const wireIdentifier = (identifier: string): string => (identifier.length === 10 ? identifier.replace(/^0/, '') : identifier);

/** The federal guide leaves a missing value out; SPF writes null. */
const labels = (set: LabelSet, profile: Profile): object =>
  profile === 'observed' || set.en !== null ? set : { nl: set.nl, fr: set.fr, de: set.de };

/** One item of the search. */
export function item(document: SimDocument, origin: string, profile: Profile): object {
  const address = `${origin}${DOCUMENTS}/${document.uuid}/content`;
  return {
    uuid: document.uuid,
    ...(document.hasAddress ? { [profile === 'observed' ? 'content' : 'href']: address } : {}),
    docType: { name: labels(document.labels, profile) },
    relatedTo: [{ type: document.owner.type, identifier: wireIdentifier(document.owner.identifier) }],
    metadata: document.metadata.map((entry) => ({ name: labels(entry.name, profile), values: entry.values })),
    modifiedOn: document.modifiedOn,
  };
}
