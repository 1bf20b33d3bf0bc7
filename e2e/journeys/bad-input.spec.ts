import { expect, test } from '../harness/office.ts';

const wrap = (declaration: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<v:VATConsignment xmlns="http://www.minfin.fgov.be/InputCommon" xmlns:v="http://www.minfin.fgov.be/VATConsignment" VATDeclarationsNbr="1"><v:VATDeclaration SequenceNumber="1">${declaration}</v:VATDeclaration></v:VATConsignment>`;
const declaration = (number: string, amounts: string): string =>
  `<v:Declarant><VATNumber>${number}</VATNumber></v:Declarant><v:Period><v:Month>10</v:Month><v:Year>2026</v:Year></v:Period><v:Data>${amounts}</v:Data><v:ClientListingNihil>NO</v:ClientListingNihil><v:Ask Restitution="NO" Payment="NO"/>`;
const nil = '<v:Amount GridNumber="71">0.00</v:Amount>';

/** Each file is refused with words that hold this; nothing of it is kept. */
const FILES: readonly (readonly [name: string, content: string | Buffer, words: RegExp])[] = [
  ['prefix.xml', wrap(declaration('BE0100000268', nil)), /BE/],
  ['check-digits.xml', wrap(declaration('0100000260', nil)), /0100000260/],
  ['grid-91.xml', wrap(declaration('0100000268', `${nil}<v:Amount GridNumber="91">5.00</v:Amount>`)), /91/],
  ['negative.xml', wrap(declaration('0100000268', `<v:Amount GridNumber="3">-5.00</v:Amount>${nil}`)), /-5\.00/],
  ['decimals.xml', wrap(declaration('0100000268', `<v:Amount GridNumber="3">5.000</v:Amount>${nil}`)), /5\.000/],
  ['two-balances.xml', wrap(declaration('0100000268', `${nil}<v:Amount GridNumber="72">0.00</v:Amount>`)), /7[12]/],
  ['bomb.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', /DOCTYPE/],
  ['page.xml', '<!doctype html><html><body>Service indisponible</body></html>', /HTML|DOCTYPE/i],
  ['empty.xml', '', /vide|empty/i],
  ['cut.xml', wrap(declaration('0100000268', nil)).slice(0, 300), /./],
  ['large.xml', Buffer.alloc(49 * 1024 * 1024, ' '), /20/],
];

test('every unusable file is refused in words and leaves nothing behind', async ({ office }) => {
  const { page, guichet } = office;
  const clients = (await guichet.call('clients.list', {})).clients.length;
  await page.getByTestId('nav-vat').click();
  for (const [name, content, words] of FILES) {
    await page.getByTestId('vat-import-input').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(content) });
    const result = page.getByTestId('vat-import-result');
    await result.waitFor();
    await expect(result, name).toContainText(words);
    await expect(result.getByTestId('import-taken'), name).toHaveCount(0);
    await page.keyboard.press('Escape');
    await result.waitFor({ state: 'detached' });
  }
  expect((await guichet.call('clients.list', {})).clients.length).toBe(clients);
  const { rows } = await guichet.call('vat.board', {});
  expect(rows.filter(({ state }) => state === 'draft')).toEqual([]);
});
