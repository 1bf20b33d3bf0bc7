import { z } from 'zod';
import { FILING_EVENTS, FILING_STATES } from '../vat/filing-states.ts';
import { GRID_CODES } from '../vat/types.ts';
import { core, shell } from './define.ts';
import { zBytes, zCents, zError, zId, zInstant, zLocalDate, zLocalized, zPeriodKey, zRegime } from './values.ts';

export const zGrid = z.enum(GRID_CODES);
export const zGridAmounts = z.partialRecord(zGrid, zCents);
export const zFilingState = z.enum(FILING_STATES);
export const zFilingEvent = z.enum(FILING_EVENTS);

export const zFinding = z.object({
  id: z.string(),
  severity: z.enum(['blocking', 'warning', 'advice']),
  grids: z.array(zGrid),
  justified: z.boolean(),
  /** An advice that cannot be switched off for this return. */
  always: z.boolean().optional(),
  message: zLocalized,
  /** What would satisfy it ("54 should be at least 5.208,00"), where that can be said. */
  hint: zLocalized.optional(),
});

/** A file that travels in the zip beside the XML. */
export const zAnnex = z.object({
  id: zId,
  fileName: z.string(),
  fileType: z.enum(['application/pdf', 'application/zip', 'image/jpeg', 'image/tiff']),
  description: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});
export type Annex = z.infer<typeof zAnnex>;

/** What a person decides in a return; balances are derived. */
export const zReturnContent = z.object({
  grids: zGridAmounts,
  clientListingNihil: z.boolean(),
  restitution: z.boolean(),
  replaces: z.string().optional(),
  comment: z.string().max(2000).optional(),
  reference: z.string().max(14).optional(),
  justifications: z.array(z.object({ code: z.string(), comment: z.string() })),
  /** Period whose net negative bases were taken over into these grids. */
  carriedFrom: zPeriodKey.optional(),
  /** Facts that rules need and the form does not hold. */
  cessation: z.boolean().optional(),
  vatUnit: z.boolean().optional(),
  /** Net total of the period's intra-Community listing. */
  icListing: zCents.optional(),
  /** Credit on the current or provision account, which never goes into a return. */
  accountCredit: zCents.optional(),
  deduction: z
    .object({
      adjustedYear: z.number().int(),
      generalPercentage: z.number().optional(),
      specialPercentages: z.array(z.number()).optional(),
      realUse: z.object({ deductible: z.number(), notDeductible: z.number(), mixed: z.number() }).optional(),
      /** More special pro ratas than the five stated. */
      moreSpecial: z.boolean().optional(),
    })
    .optional(),
});
export type ReturnContent = z.infer<typeof zReturnContent>;

const zDeadline = z.object({ legal: zLocalDate, effective: zLocalDate, payBy: zLocalDate });

export const zReturnView = z.object({
  id: zId,
  version: z.number().int(),
  clientId: zId,
  clientName: z.string(),
  enterpriseNumber: z.string(),
  regime: zRegime.nullable(),
  periodKey: zPeriodKey,
  state: zFilingState,
  /** Events the current user may cause now. */
  allowed: z.array(zFilingEvent),
  content: zReturnContent,
  findings: z.array(zFinding),
  fileable: z.boolean(),
  /** Opened and never filled in: before it is checked somebody must say that it is a nil return (`vat.nil`). */
  untouched: z.boolean(),
  /** Never sent, so that it may be put aside. */
  discardable: z.boolean(),
  /** Put aside; it speaks for no period any more. */
  discarded: z.boolean(),
  deadline: zDeadline,
  /** Amounts of the period before, where the archive knows them. */
  previous: zGridAmounts.nullable(),
  annexes: z.array(zAnnex),
  /** Net negative bases of the client's former return, not taken over yet. */
  carried: z.array(z.object({ grid: zGrid, amount: zCents, fromPeriodKey: zPeriodKey })),
  /** Corrections of former returns that wait for a draft. */
  correctionsWaiting: z.number().int(),
  approval: z.object({
    mode: z.enum(['off', 'other', 'partner']),
    preparedBy: z.string().nullable(),
    /** When the return last changed. */
    changedAt: zInstant,
    approvedBy: z.string().nullable(),
    approvedAt: zInstant.nullable(),
    /** Why the current user cannot approve, a code. */
    obstacle: z.string().nullable(),
  }),
  queue: z.object({ since: zInstant, nextTry: zInstant.nullable(), reason: z.string().nullable() }).nullable(),
  /** What the XML receipt says otherwise than what was sent. */
  receiptDifferences: z.array(z.object({ field: z.string(), sent: z.string(), receipt: z.string() })),
  /** A replacement may still be filed. */
  replaceable: z.boolean(),
  /**
   * What SPF holds of this period, where no return here is it: filed with other software, on the portal, or before this profile was restored.
   * Filing waits until somebody takes it over (`vat.takeOver`) or replaces it (`vat.replaceElsewhere`): `replacing`. `differences`: what
   * its receipt says otherwise than this return. `replaceable`: its deadline has not passed, and the receipt tells its reference.
   */
  filedElsewhere: z
    .object({
      documentId: zId,
      receivedOn: zLocalDate,
      reference: z.string().nullable(),
      replacing: z.boolean(),
      replaceable: z.boolean(),
      differences: z.array(z.object({ field: z.string(), sent: z.string(), receipt: z.string() })),
    })
    .nullable(),
  signOff: z.object({ who: z.string(), on: zLocalDate, fileName: z.string().nullable() }).nullable(),
  /** What a refund hangs on; `met` is `null` where the archive cannot tell. Texts: `vat.refund.<code>`. */
  refund: z.array(z.object({ code: z.string(), met: z.boolean().nullable() })),
  /** Filed by hand on the portal. */
  portal: z.object({ who: z.string().nullable(), at: zInstant, reason: z.string(), fileName: z.string() }).nullable(),
  /** sha256 of the frozen bytes, from approval on. */
  sha256: z.string().nullable(),
  /** SPF's answer to a refusal, entry by entry. */
  refusal: z
    .object({
      helpdeskId: z.string().nullable(),
      entries: z.array(
        z.object({ identifier: z.string(), severity: z.enum(['ERROR', 'WARNING']), grids: z.array(zGrid), text: zLocalized }),
      ),
    })
    .nullable(),
  error: zError.nullable(),
  receipt: z.object({
    pdfReference: z.string().nullable(),
    xmlReference: z.string().nullable(),
    /** Documents of the archive, once stored. */
    pdfDocumentId: zId.nullable(),
    xmlDocumentId: zId.nullable(),
    expectedOn: zLocalDate.nullable(),
  }),
  /** What happened, oldest first. */
  evidence: z.array(
    z.object({
      at: zInstant,
      event: z.string(),
      who: z.string().nullable(),
      correlationId: z.string().nullable(),
      status: z.number().nullable(),
      sha256: z.string().nullable(),
    }),
  ),
  payment: z
    .object({
      iban: z.string(),
      bic: z.string(),
      name: z.string(),
      communication: z.string(),
      amount: zCents,
      payBy: zLocalDate,
      /** Content of the EPC QR code (SCT, version 002); empty when the amount is beyond what a code can say. */
      qr: z.string(),
    })
    .nullable(),
});
export type ReturnView = z.infer<typeof zReturnView>;

export const zBoardRow = z.object({
  clientId: zId,
  clientName: z.string(),
  enterpriseNumber: z.string(),
  regime: zRegime.nullable(),
  periodKey: zPeriodKey,
  returnId: zId.nullable(),
  /** `null`: nothing prepared yet. */
  state: zFilingState.nullable(),
  /** Positive: grid 71, to pay; negative: grid 72. */
  balance: zCents.nullable(),
  previousBalance: zCents.nullable(),
  due: zLocalDate,
  problems: z.number().int(),
  /** Remarks that block nothing and are to be read before filing. */
  advice: z.number().int(),
  /** Accepted, and its receipts did not come in time, or say something else than what was sent. */
  receiptLate: z.boolean(),
  /** Not on file itself, it replaces a return that is: the period is filed already. */
  replaces: z.boolean(),
  /** SPF holds a return of the period that is none of ours, and nobody has said yet what becomes of this one. */
  filedElsewhere: z.boolean(),
});
export type BoardRow = z.infer<typeof zBoardRow>;

const zImported = z.object({
  sequence: z.number().int(),
  enterpriseNumber: z.string(),
  periodKey: z.string(),
  clientName: z.string().nullable(),
  returnId: zId.nullable(),
  /** Why this one was not imported; nothing of it was kept. */
  error: zError.nullable(),
  findings: z.array(zFinding),
});

const zTarget = z.object({ id: zId, version: z.number().int() });

export const vatContract = {
  'vat.board': core(
    z.object({
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
    z.object({ months: z.array(z.string()), month: z.string(), rows: z.array(zBoardRow) }),
  ),
  'vat.history': core(z.object({ clientId: zId }), z.object({ rows: z.array(zBoardRow) })),
  'vat.open': core(z.object({ clientId: zId, periodKey: zPeriodKey }), zReturnView),
  'vat.get': core(z.object({ id: zId }), zReturnView),
  'vat.save': core(zTarget.extend({ content: zReturnContent }), zReturnView),
  /** draft → ready, when nothing blocks. */
  'vat.check': core(zTarget, zReturnView),
  /** The exact bytes that would be sent, as text, with their hash. */
  'vat.xml': core(z.object({ id: zId }), z.object({ xml: z.string(), sha256: z.string(), frozen: z.boolean() })),
  /** ready → approved: freezes the bytes. */
  'vat.approve': core(zTarget, zReturnView),
  /** Back to draft. */
  'vat.edit': core(zTarget, zReturnView),
  /** Sends once. The answer is the state it ended in; a lost answer is `unknown`, never an error. */
  'vat.file': core(zTarget, zReturnView),
  /** unknown → approved by another person, once the receipt's window has passed. */
  'vat.release': core(zTarget, zReturnView),
  /** Reads Intervat XML, or drafts as JSON, into drafts; each declaration stands or falls alone. */
  'vat.import': core(z.object({ bytes: zBytes, fileName: z.string().max(260) }), z.object({ declarations: z.array(zImported) })),
  'shell.saveXml': shell(z.object({ id: zId }), z.object({ saved: z.boolean() })),
};
