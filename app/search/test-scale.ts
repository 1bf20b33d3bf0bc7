// Fills a new profile with documents as a firm of many years has them. `node app/search/test-scale.ts <folder> [documents] [texts]`.

import { classify } from '#app/classifier/classify.ts';
import { createApp } from '#app/core/app.ts';
import { command } from '#app/platform/db/index.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { clientParties, FIRM, type Party } from '#app/simulator/seed/parties.ts';
import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { marks } from './mark.ts';
import { createLetterWriter, type Letter } from './test-letters.ts';
import { texts } from './text-store.ts';

const CLIENTS = 400;
const PER_TRANSACTION = 10_000;
const DAYS = 3650;
const USERS = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002', '01990000-0000-7000-8000-000000000003'];

const addUser = command<{ id: string; name: string }>(
  'scale.user',
  "INSERT INTO user (id, name, initials, role) VALUES (@id, @name, 'X', 'accountant')",
);
const addClient = command<{ id: string; number: string; name: string; code: string; firm: number }>(
  'scale.client',
  'INSERT INTO client (id, enterprise_number, name, folder_code, is_firm) VALUES (@id, @number, @name, @code, @firm)',
);
const addDocument = command<Record<string, string | number | null>>(
  'scale.document',
  `INSERT INTO document (seq, id, uuid, client_id, source, owner_type, owner_identifier, label_fr, label_nl, label_de, label_en, label_key, grp, urgent,
     modified_on, metadata, archive, work, seen_at, assignee_id, note, due_on, due_by, amount, amount_by, size, mime_type, sha256, versions, stored_at,
     read_state, first_seen_at, indexed)
   VALUES (@seq, @id, @uuid, @clientId, '${FIRM}', 'CBE', @number, @fr, @nl, @de, @en, @key, @grp, @urgent, @modifiedOn, @metadata, @archive, @work,
     @seenAt, @assigneeId, @note, @dueOn, @dueBy, @amount, @amountBy, @size, 'application/pdf', @sha256, 1, 1, @readState, 1, 1)`,
);
const addTag = command<{ seq: number; tag: string }>('scale.tag', 'INSERT INTO document_tag (document_seq, tag) VALUES (@seq, @tag)');
const addFact = command<{ seq: number; kind: string; value: string; written: string }>(
  'scale.fact',
  "INSERT INTO fact (document_seq, kind, source, value, written, said_at) VALUES (@seq, @kind, 'machine', @value, @written, 1)",
);
const allIndexed = command('scale.indexed', 'UPDATE document SET indexed = 1 WHERE indexed = 0');
const putPages = command<{ seq: number; text: string }>('scale.pages', 'INSERT INTO page_text (seq, text) VALUES (@seq, @text)');

/** Fewer and larger pieces for the index to merge; what it keeps in memory before it writes, in bytes. */
const BULK_HASH = 64 << 20;
const USUAL_HASH = 1 << 20;
const setHash = command<{ bytes: number }>(
  'scale.hash',
  "INSERT INTO document_text (document_text, rank) VALUES ('hashsize', CAST(@bytes AS INTEGER))",
);

const idOf = (room: number, index: number): string => `0199${room}000-0000-7000-8000-${String(index).padStart(12, '0')}`;

interface Made {
  readonly row: Record<string, string | number | null>;
  readonly to: Party;
  readonly letter: Letter | null;
  readonly tag: string | null;
}

export async function makeScale(profileDir: string, documents: number, withText: number): Promise<void> {
  const ports = createTestPorts({ profileDir, origins: ['http://127.0.0.1:1'] });
  const app = await createApp(
    { profileDir, environment: 'sandbox', authBase: 'http://127.0.0.1:1', apiBase: 'http://127.0.0.1:1', version: 'bench' },
    ports,
  );
  const { db, search } = app.context;
  const writer = createLetterWriter(7);
  const { luck } = writer;
  const today = brusselsDate(ports.clock.now());
  const parties = clientParties(1, CLIENTS);
  db.write((tx) => {
    for (const [at, id] of USERS.entries()) tx.run(addUser, { id, name: `U${at + 2}` });
    for (const [at, party] of parties.entries())
      tx.run(addClient, { id: idOf(1, at), number: party.enterpriseNumber, name: party.name, code: `D${1000 + at}`, firm: 0 });
    tx.run(addClient, { id: idOf(1, CLIENTS), number: FIRM, name: 'Fiduciaire Modèle', code: '', firm: 1 });
  });
  const hash = (bytes: number): void =>
    search.write((tx) => {
      tx.run(setHash, { bytes });
    });
  hash(BULK_HASH);
  const every = Math.max(1, Math.floor(documents / Math.max(1, withText)));

  const make = (seq: number): Made => {
    // Mostly in the order of time, as syncs bring them, but not quite.
    const age = Math.max(0, Math.floor(((documents - seq) / documents) * DAYS) + luck.int(-20, 20));
    const modifiedOn = addDays(today, -age);
    const at = Math.floor(luck.next() ** 1.5 * CLIENTS);
    const to = parties[at]!;
    const type = writer.type();
    const letter = seq % every === 0 ? writer.write(type, to, modifiedOn) : null;
    const year = modifiedOn.slice(0, 4);
    const { label, key, group, urgent } = classify({
      fr: type.fr.replace('{year}', year),
      nl: type.nl.replace('{year}', year),
      de: type.de.replace('{year}', year),
      en: null,
    });
    const recent = age < 120;
    const asksAction = luck.odds(0.3);
    const row = {
      seq,
      id: idOf(2, seq),
      uuid: idOf(3, seq),
      clientId: idOf(1, at),
      number: to.enterpriseNumber,
      ...{ fr: label.fr, nl: label.nl, de: label.de, en: label.en, key, grp: group, urgent: urgent ? 1 : 0, modifiedOn },
      metadata: JSON.stringify([
        { name: 'Mimetype', values: ['application/pdf'] },
        { name: 'Référence externe', values: [`${luck.pick(['RV', 'DC', 'INV'])}/${year}/${luck.int(100_000, 999_999)}`] },
      ]),
      archive: luck.odds(0.97) ? 'stored' : luck.pick(['waiting', 'refused', 'gone']),
      work: recent && luck.odds(0.7) ? luck.pick(['new', 'todo']) : luck.odds(0.99) ? 'done' : 'todo',
      seenAt: recent && luck.odds(0.5) ? null : 1,
      assigneeId: luck.odds(0.3) ? luck.pick(USERS) : null,
      note: luck.odds(0.01) ? 'Voir avec le client avant de payer' : '',
      dueOn: asksAction ? addDays(modifiedOn, luck.int(2, 60)) : null,
      dueBy: asksAction ? 'machine' : null,
      amount: letter ? letter.amountCents : asksAction ? luck.int(2_500, 2_500_000) : null,
      amountBy: letter || asksAction ? 'machine' : null,
      size: luck.int(20_000, 300_000),
      sha256: `${String(seq).padStart(64, '0')}`,
      readState: letter ? 'read' : 'unreadable',
    };
    return { row, to, letter, tag: luck.odds(0.02) ? luck.pick(['Paie', 'ISoc', 'À payer', 'Banque', 'Question']) : null };
  };

  for (let from = 1; from <= documents; from += PER_TRANSACTION) {
    const made = Array.from({ length: Math.min(PER_TRANSACTION, documents - from + 1) }, (_, at) => make(from + at));
    db.write((tx) => {
      for (const { row, letter, tag } of made) {
        const seq = Number(row.seq);
        tx.run(addDocument, row);
        if (tag) tx.run(addTag, { seq, tag });
        if (!letter) continue;
        const digits = letter.communication.replace(/\D/g, '');
        tx.run(addFact, { seq, kind: 'iban', value: letter.iban.replace(/ /g, ''), written: letter.iban });
        tx.run(addFact, { seq, kind: 'communication', value: digits, written: letter.communication });
      }
      tx.run(allIndexed);
    });
    search.write((tx) => {
      for (const { row, to, letter, tag } of made) {
        const seq = Number(row.seq);
        if (letter) tx.run(putPages, { seq, text: letter.text });
        texts.index(tx, {
          seq,
          modifiedOn: row.modifiedOn as LocalDate,
          labels: `${row.fr} ${row.nl} ${row.de} ${row.en}`,
          client: `${to.name} ${to.enterpriseNumber}`,
          metadata: String(row.metadata).replace(/[^\w/]+/g, ' '),
          note: String(row.note),
          tags: tag ?? '',
          facts: letter
            ? `${letter.iban} ${letter.iban.replace(/ /g, '')} ${letter.communication} ${letter.communication.replace(/\D/g, '')}`
            : '',
        });
      }
    });
  }
  hash(USUAL_HASH);
  marks.setComplete(search, true);
  await app.close();
}

if (import.meta.main) {
  const [folder, documents = '600000', withText = '100000'] = process.argv.slice(2);
  const started = performance.now();
  await makeScale(folder!, Number(documents), Number(withText));
  process.stdout.write(`${JSON.stringify({ madeMs: Math.round(performance.now() - started) })}\n`);
}
