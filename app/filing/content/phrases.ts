import type { Context } from '#app/core/context.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { Phrase } from '#shared/contract/vat-help.ts';

const list = query<Phrase>('phrase.list', 'SELECT id, code, text FROM vat_phrase ORDER BY code, text COLLATE NOCASE, id');
const put = command<Phrase & { now: number }>(
  'phrase.put',
  `INSERT INTO vat_phrase (id, code, text, created_at) VALUES (@id, @code, @text, @now)
   ON CONFLICT (id) DO UPDATE SET code = excluded.code, text = excluded.text`,
);
/** The same words for the same rule, kept once. */
const twin = query<{ id: string }, { code: string; text: string }>(
  'phrase.twin',
  'SELECT id FROM vat_phrase WHERE code = @code AND text = @text',
);
const remove = command<{ id: string }>('phrase.remove', 'DELETE FROM vat_phrase WHERE id = @id');

/** Justifications that may be used again; their length is what SPF keeps of one (425 characters), held by the contract. */
export function phraseHandlers({ db, id: newId, now, events }: Context): Handlers<'vat.phrases' | 'vat.savePhrase' | 'vat.deletePhrase'> {
  const phrases = () => ({ phrases: db.all(list) });
  return {
    'vat.phrases': phrases,
    'vat.savePhrase': ({ id, code, text }) => {
      if (!db.get(twin, { code, text })) db.write((tx) => tx.run(put, { id: id ?? newId(), code, text, now: now() }));
      events.publish('vat');
      return phrases();
    },
    'vat.deletePhrase': ({ id }) => {
      db.write((tx) => tx.run(remove, { id }));
      events.publish('vat');
      return phrases();
    },
  };
}
