import type { DocumentGroup } from '#shared/contract/documents.ts';

const KNOWN: Readonly<Record<DocumentGroup, true>> = {
  recovery: true,
  sanction: true,
  payment: true,
  assessment: true,
  declaration: true,
  receipt: true,
  control: true,
  dispute: true,
  attestation: true,
  customs: true,
  realEstate: true,
  ubo: true,
  vat: true,
  other: true,
};

export const isGroup = (group: string): group is DocumentGroup => group in KNOWN;
