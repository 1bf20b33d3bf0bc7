import type { ReturnView } from '#shared/contract/vat.ts';
import type { Live } from '../draft/live.ts';
import type { Draft } from '../draft/use-draft.ts';

/** What the steps of a return share. */
export interface StepProps {
  readonly view: ReturnView;
  readonly draft: Draft;
  readonly live: Live;
  /** Only a draft may be typed into; later states show. */
  readonly editable: boolean;
}
