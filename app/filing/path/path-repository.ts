import { command, type Writer } from '#app/platform/db/index.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { GUARD, type Guarded, type PortalNote, type SignOff } from '../return-repository.ts';

/** `sent_at` is the day its receipts are counted from; a lost sending of ours keeps its own. */
const portal = command<Guarded & { portal: string }>(
  'path.portal',
  `UPDATE vat_return SET state = 'accepted', portal = @portal, sent_at = coalesce(sent_at, @now), sent_by = coalesce(sent_by, @userId),
   queued_at = NULL, queued_by = NULL, next_try_at = NULL, waiting_for = NULL, refusal = NULL, error = NULL, ${GUARD}`,
);
const takeOver = command<
  Guarded & { portal: string; content: string; receivedAt: number; xmlReference: string; pdfReference: string | null }
>(
  'path.takeOver',
  `UPDATE vat_return SET state = 'accepted', portal = @portal, content = @content, sent_at = @receivedAt, sent_by = @userId,
   xml_reference = @xmlReference, pdf_reference = @pdfReference, prepared_by = @userId, xml = NULL, sha256 = NULL, zip_sha256 = NULL,
   approved_by = NULL, approved_at = NULL, queued_at = NULL, queued_by = NULL, next_try_at = NULL, waiting_for = NULL, sign_off = NULL,
   differences = NULL, refusal = NULL, error = NULL, ${GUARD}`,
);
const signOff = command<{ id: string; signOff: string }>('path.signOff', 'UPDATE vat_return SET sign_off = @signOff WHERE id = @id');

export const pathChanges = {
  portal: (tx: Writer, at: Guarded, note: PortalNote): number => tx.run(portal, { ...at, portal: JSON.stringify(note) }),
  /** What SPF holds of the period, received from others at `receivedAt`; nothing of the former content is left. */
  takeOver: (
    tx: Writer,
    at: Guarded,
    filed: { portal: PortalNote; content: ReturnContent; receivedAt: number; xmlReference: string; pdfReference: string | null },
  ): number => tx.run(takeOver, { ...at, ...filed, portal: JSON.stringify(filed.portal), content: JSON.stringify(filed.content) }),
  /** No decision about the return, so its version stays. */
  signOff: (tx: Writer, id: string, note: SignOff): number => tx.run(signOff, { id, signOff: JSON.stringify(note) }),
};
