import { z } from 'zod';
import { core } from './define.ts';
import { zSelection, zWorkState } from './documents.ts';
import { zId, zNothing } from './values.ts';

/** A word the firm gives documents: no comma, no line break, trimmed. */
export const zTag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,\n\r\t]+$/);

/** What the firm does with documents. Only what is named changes. */
export const zDeskChange = z
  .object({
    work: zWorkState,
    /** `null`: nobody. */
    assigneeId: zId.nullable(),
    addTags: z.array(zTag).max(20),
    removeTags: z.array(zTag).max(20),
    note: z.string().max(10_000),
    seen: z.boolean(),
  })
  .partial();
export type DeskChange = z.infer<typeof zDeskChange>;

/** Parts of the list's address that a saved view keeps, in the order it keeps them; all else, such as the document that is open, is left out. */
export const VIEW_PARAMETERS = [
  ...['work', 'text', 'client', 'group', 'due', 'assignee', 'month', 'archive', 'tag', 'unread', 'urgent'],
  ...['by', 'sort', 'columns'],
] as const;

/** A list as somebody likes to see it. `query` is the search part of its address. */
export const zSavedView = z.object({ id: zId, name: z.string().trim().min(1).max(60), query: z.string().max(2_000) });
export type SavedView = z.infer<typeof zSavedView>;
const zViews = z.object({ views: z.array(zSavedView) });

export const deskContract = {
  /** `undoId` takes it back; `null` when nothing changed. */
  'desk.change': core(
    z.object({ selection: zSelection, change: zDeskChange }),
    z.object({ changed: z.number().int(), undoId: zId.nullable() }),
  ),
  /** What somebody changed again meanwhile is left as it is and counted. @throws `desk.undoGone` */
  'desk.undo': core(z.object({ id: zId }), z.object({ restored: z.number().int(), left: z.number().int() })),
  'desk.views': core(zNothing, zViews),
  /** @throws `desk.viewName`, `desk.viewUnknown` */
  'desk.saveView': core(zSavedView.extend({ id: zId.optional() }), zViews),
  'desk.deleteView': core(z.object({ id: zId }), zViews),
};
