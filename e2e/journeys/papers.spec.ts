import { readFileSync } from 'node:fs';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const PERIOD = '2026-10';

/** A draft with something to pay, of a client with an address to write to. */
async function draft({ guichet }: Office) {
  const { clients } = await guichet.call('clients.list', {});
  const { id, enterpriseNumber, name } = clients.find(({ regime, isFirm }) => regime === 'month' && !isFirm)!;
  await guichet.call('clients.save', { id, enterpriseNumber, name, email: 'client@exemple.be' });
  const made = await guichet.call('vat.open', { clientId: id, periodKey: PERIOD });
  const grids = { '03': 2_500_000, '54': 525_000 };
  return guichet.call('vat.save', { id: made.id, version: made.version, content: { ...made.content, grids } });
}

/** Plays the system: what would be opened is written down instead. */
const watchOpened = ({ guichet }: Office) =>
  guichet.app.evaluate(({ shell }) => {
    shell.openPath = async (file) => {
      (globalThis as { guichetOpened?: string }).guichetOpened = file;
      return '';
    };
  });
const opened = ({ guichet }: Office) =>
  eventually(() => guichet.app.evaluate(() => (globalThis as { guichetOpened?: string }).guichetOpened));

test('papers of a return, made in the real application', async ({ office }) => {
  const { id } = await draft(office);
  const call = office.guichet.call;
  for (const locale of ['fr', 'nl', 'de', 'en'] as const) {
    for (const paper of ['return', 'letter', 'evidence'] as const) {
      const { bytes, mimeType } = await call('vat.paper', { id, paper, locale });
      expect(mimeType).toBe('application/pdf');
      expect(Object.keys(bytes).length).toBeGreaterThan(20_000);
    }
  }
  await watchOpened(office);
  await call('shell.mailPapers', { id });
  const message = await opened(office);
  expect(message).toMatch(/\.eml$/);
  expect(readFileSync(message, 'latin1')).toMatch(/^X-Unsent: 1\r\nTo: client@exemple\.be\r\n/);
  await call('shell.openPaper', { id, paper: 'xlsx' });
  await eventually(async () => ((await opened(office)).endsWith('.xlsx') ? true : undefined));
});
