import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sendingOf } from '../sending.ts';
import { at, CLIENT, CONTENT, call, clientId, codeOf, control, PERIOD, posts, withFilingBench } from '../test-desk.ts';
import { draftOf } from './testing.ts';

withFilingBench();
const text = (content: string) => new TextEncoder().encode(content) as Uint8Array<ArrayBuffer>;
const PDF = text('%PDF-1.7 detail');
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const TIFF = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
const ZIP = zipSync({ 'a.txt': text('a') }) as Uint8Array<ArrayBuffer>;
const draft = () => draftOf(clientId, PERIOD, CONTENT);

describe('annexes', () => {
  it('are known by their content, with a name that is safe and their own', async () => {
    let view = await draft();
    for (const [fileName, bytes] of [
      ['../relevé: 10/26.PDF', PDF],
      ['detail.exe', PDF],
      ['photo.jpg', JPEG],
      ['PHOTO.JPG', JPEG],
      ['scan', TIFF],
      ['plus.zip', ZIP],
    ] as const) {
      view = await call('vat.addAnnex', { ...at(view), fileName, bytes, description: ' Détail\n des ventes ' });
    }
    expect(view.annexes.map(({ fileName, fileType }) => [fileName, fileType])).toEqual([
      ['PHOTO (2).jpg', 'image/jpeg'],
      ['detail.exe.pdf', 'application/pdf'],
      ['photo.jpg', 'image/jpeg'],
      ['plus.zip', 'application/zip'],
      ['relevé 10 26.pdf', 'application/pdf'],
      ['scan.tif', 'image/tiff'],
    ]);
    const { xml } = await call('vat.xml', { id: view.id });
    expect(xml).toContain('<FileName>relevé 10 26.pdf</FileName>');
    expect(xml).toContain('<FileDescription>Détail des ventes</FileDescription>');
  });

  it('refuse what Intervat does not take, too much and too many', async () => {
    const view = await draft();
    const workbook = zipSync({ '[Content_Types].xml': text('<Types/>') }) as Uint8Array<ArrayBuffer>;
    for (const bytes of [text('PDF?'), workbook, new Uint8Array()]) {
      expect(await codeOf(() => call('vat.addAnnex', { ...at(view), fileName: 'detail.pdf', bytes }))).toBe('vat.annexType');
    }
    const huge = new Uint8Array(11 * 1024 * 1024);
    huge.set(PDF);
    let last = await call('vat.addAnnex', { ...at(view), fileName: 'a.pdf', bytes: huge });
    expect(await codeOf(() => call('vat.addAnnex', { ...at(last), fileName: 'b.pdf', bytes: huge }))).toBe('vat.annexSize');
    for (let count = 1; count < 20; count += 1) last = await call('vat.addAnnex', { ...at(last), fileName: 'a.pdf', bytes: PDF });
    expect(await codeOf(() => call('vat.addAnnex', { ...at(last), fileName: 'b.pdf', bytes: PDF }))).toBe('vat.annexMany');
    expect((await call('vat.get', { id: view.id })).annexes).toHaveLength(20);
  });

  it('void a check, and stay as they are once approved', async () => {
    const ready = await call('vat.check', at(await draft()));
    const added = await call('vat.addAnnex', { ...at(ready), fileName: 'detail.pdf', bytes: PDF });
    expect(added).toMatchObject({ state: 'draft', annexes: [{ fileName: 'detail.pdf' }] });
    expect(await codeOf(() => call('vat.removeAnnex', { ...at(ready), annexId: added.annexes[0]!.id }))).toBe('vat.conflict');
    const approved = await call('vat.approve', at(await call('vat.check', at(added))));
    expect(await codeOf(() => call('vat.addAnnex', { ...at(approved), fileName: 'b.pdf', bytes: PDF }))).toBe('vat.not_now');
    expect(await codeOf(() => call('vat.removeAnnex', { ...at(approved), annexId: added.annexes[0]!.id }))).toBe('vat.not_now');
    const edited = await call('vat.edit', at(approved));
    const removed = await call('vat.removeAnnex', { ...at(edited), annexId: added.annexes[0]!.id });
    expect(removed).toMatchObject({ state: 'draft', annexes: [] });
    expect((await call('vat.xml', { id: removed.id })).xml).not.toContain('FileAttachment');
  });

  it('travel beside the XML, and Intervat takes the return (I11)', async () => {
    const added = await call('vat.addAnnex', { ...at(await draft()), fileName: 'detail.pdf', bytes: PDF });
    const approved = await call('vat.approve', at(await call('vat.check', at(added))));
    const filed = await call('vat.file', at(approved));
    expect(filed).toMatchObject({ state: 'accepted', annexes: [{ fileName: 'detail.pdf', size: PDF.byteLength }] });
    expect(await posts()).toHaveLength(1);
    const { items } = (await control.get('/filings')) as { items: { enterpriseNumber: string; seeded: boolean; bodySha256: string }[] };
    const { xml } = await call('vat.xml', { id: filed.id });
    const { zipSha256 } = sendingOf(text(xml), `vat-${CLIENT}-${PERIOD}.xml`, [{ fileName: 'detail.pdf', bytes: PDF }]);
    // What arrived is, to the byte, the archive with the XML and the annex.
    expect(items.find((entry) => entry.enterpriseNumber === CLIENT && !entry.seeded)?.bodySha256).toBe(zipSha256);
  });
});

describe('the archive that is sent', () => {
  it('is the same for the same files, in whatever order they were added', () => {
    const [a, b] = [
      { fileName: 'a.pdf', bytes: PDF },
      { fileName: 'b.jpg', bytes: JPEG },
    ];
    const one = sendingOf(text('<a/>'), 'vat.xml', [a, b]);
    expect(sendingOf(text('<a/>'), 'vat.xml', [b, a]).zipSha256).toBe(one.zipSha256);
    expect(Object.keys(unzipSync(one.zip))).toEqual(['vat.xml', 'a.pdf', 'b.jpg']);
    expect(sendingOf(text('<a/>'), 'vat.xml').zipSha256).not.toBe(one.zipSha256);
  });
});
