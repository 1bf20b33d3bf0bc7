import { expect, test } from '@playwright/test';
import { sharedOffice } from '../harness/office.ts';
import { PERIOD, Returns } from '../harness/returns.ts';

/** Another client for each journey. */
const [REFUSED, REPLACED, LOST, RELEASED] = ['0100000268', '0100000466', '0100000664', '0100000961'] as const;
/** A rule of SPF that Guichet does not know. */
const RULE = 'W_TVA_GRID_82_INCORRECT_VALUE';

const office = sharedOffice({ world: { monthly: 100 } });

test('a refusal stands at its grid, is justified with a phrase and accepted', async () => {
  const { page, guichet } = office();
  const returns = new Returns(office());
  const phrase = 'Achat unique de marchandises, facture en annexe du dossier.';
  await guichet.call('vat.savePhrase', { code: RULE, text: phrase });
  const { id } = await returns.approved(REFUSED);
  await office().control('faults', { route: 'int.file', kind: 'newRule', count: 2 });
  await returns.show(id, 'file');
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  const refusal = page.getByTestId('outcome-refused');
  await refusal.waitFor();
  await expect(page.getByTestId('refusal-entry')).toContainText(RULE);
  await expect(page.getByTestId('refusal-entry')).toContainText('Le montant de la grille 82 n’est pas plausible.');
  const { refusal: said } = await returns.get(id);
  expect(said!.helpdeskId).toMatch(/^[0-9A-F]{32}$/);
  await expect(refusal).toContainText(said!.helpdeskId!);

  await page.getByTestId('refusal-grid-82').click();
  await expect(page.getByTestId('grid-82')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId(`justification-${RULE}`)).toBeFocused();
  await expect(page.getByTestId('checks-summary')).toContainText('Le SPF attend une justification');
  await page.getByTestId(`phrases-${RULE}`).click();
  await page.getByTestId('phrase').click();
  await expect(page.getByTestId(`justification-${RULE}`)).toHaveValue(phrase);
  await expect(page.getByTestId('checks-summary')).toContainText('Rien n’empêche le dépôt');
  await returns.fileOnScreen();
  await page.getByTestId('receipt-waiting').waitFor();
  expect((await returns.posts(REFUSED)).map(({ status }) => status)).toEqual([400, 200]);
  expect(await returns.atSpf(REFUSED)).toMatchObject([{ status: 'accepted' }]);
  expect((await returns.get(id)).refusal).toBeNull();
});

test('an accepted return is replaced before the deadline, with the reference of its receipt', async () => {
  const { page } = office();
  const returns = new Returns(office());
  const { id } = await returns.sent(REPLACED);
  await returns.nextDay();
  await returns.reaches(id, 'proven');
  await returns.show(id, 'receipt');
  await page.getByTestId('btn-replace').click();
  const reference = `1-${REPLACED}-202610`;
  await expect(page.getByTestId('grid-03')).toHaveValue('2.500,00');
  await page.getByTestId('panel-options').click();
  await expect(page.getByTestId('option-replaces')).toHaveValue(reference);
  await page.getByTestId('grid-54').fill('577,50');
  await page.getByTestId('grid-03').fill('2.750,00');
  await page.getByTestId('grid-03').press('Enter');
  await page.getByTestId('step-checks').click();
  await returns.fileOnScreen();
  await page.getByTestId('receipt-waiting').waitFor();
  const [first, second] = await returns.atSpf(REPLACED);
  expect(first).toMatchObject({ reference, status: 'replaced', amounts: { '03': 250_000 } });
  expect(second).toMatchObject({ status: 'accepted', replaces: reference, amounts: { '03': 275_000, '71': 36_750 } });
});

test('a lost answer locks the return until the next day’s receipt proves it', async () => {
  const { page } = office();
  const returns = new Returns(office());
  const { id } = await returns.approved(LOST);
  await office().control('faults', { route: 'int.file', kind: 'commitThenCut' });
  await returns.show(id, 'file');
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('outcome-unknown').waitFor();
  await expect(page.getByTestId('btn-file')).toHaveCount(0);
  await expect(page.getByTestId('btn-release')).toBeDisabled();
  expect((await returns.get(id)).allowed).not.toContain('send');
  await returns.nextDay();
  const proven = await returns.reaches(id, 'proven');
  expect(proven.receiptDifferences).toEqual([]);
  await returns.show(id, 'receipt');
  await page.getByTestId('receipt-proven').waitFor();
  expect(await returns.posts(LOST)).toHaveLength(1);
});

test('a return that never arrived is released by a second person after the window, the same bytes', async () => {
  const { page, guichet } = office();
  const returns = new Returns(office());
  const { id } = await returns.approved(RELEASED);
  await office().control('faults', { route: 'int.file', kind: 'reset' });
  await returns.show(id, 'file');
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('outcome-unknown').waitFor();
  const { sha256 } = await returns.get(id);
  await guichet.call('sandbox.advance', { days: 4 });
  await returns.fetched();
  await expect(page.getByTestId('btn-release')).toBeDisabled();

  const { users } = await guichet.call('users.save', { name: 'Noor Modelmans', initials: 'NM', role: 'accountant' });
  await guichet.call('users.switch', { id: users.find(({ initials }) => initials === 'NM')!.id });
  await page.getByTestId('btn-release').click();
  await page.getByTestId('btn-release-confirm').click();
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('receipt-waiting').waitFor();
  expect((await returns.get(id)).sha256).toBe(sha256);
  const posts = await returns.posts(RELEASED);
  expect(posts).toHaveLength(2);
  expect(posts[1]!.bodySha256).toBe(posts[0]!.bodySha256);
  expect(await returns.atSpf(RELEASED)).toHaveLength(1);
});

test('an empty draft goes no further until somebody says that it is a nil return', async () => {
  const { page, guichet } = office();
  const returns = new Returns(office());
  const { rows } = await guichet.call('vat.board', { month: PERIOD });
  const { clientId, periodKey } = rows.find((row) => row.state === null && row.periodKey === PERIOD)!;
  const { id, version } = await guichet.call('vat.open', { clientId, periodKey });
  await expect(guichet.call('vat.check', { id, version })).rejects.toThrow();
  await returns.show(id, 'checks');
  await page.getByTestId('nil-question').waitFor();
  await expect(page.getByTestId('btn-check')).toHaveCount(0);
  await page.getByTestId('btn-nil').click();
  await page.getByTestId('approve-notice').waitFor();
  expect((await returns.get(id)).state).toBe('ready');
});
