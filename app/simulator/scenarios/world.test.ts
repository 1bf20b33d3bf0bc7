import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { LetterFacts } from '../content/letter-text.ts';
import { startSimulator } from '../index.ts';
import { implausible } from '../int/plausibility.ts';
import { structureError } from '../int/structure.ts';
import { parseTree } from '../int/tree.ts';
import { REPRESENTATIVE } from '../seed/parties.ts';
import { returnXml, simulated, TestClient, type Tokens, zipped } from './testing.ts';

const START = '2026-11-10T09:00:00Z';

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => {
    const content = await (await pdf.getPage(i + 1)).getTextContent();
    return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join('\n');
}

const mod97 = (digits: string): number => Number(BigInt(digits) % 97n);

describe('seed', () => {
  it('gives the same world for the same seed and day, another for another seed', async () => {
    const worlds = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const client = new TestClient(await startSimulator({ seed, documents: 60, clients: 8, startAt: START, quota: 'off' }));
        await client.register();
        await client.login();
        const listed = await client.read<{ items: { uuid: string; kind: string; owner: { identifier: string }; visible: boolean }[] }>(
          'documents?owner=0100000268',
        );
        const letter = listed.items.find((one) => one.kind === 'letter');
        const body = await (await client.mmf(`/${letter?.uuid}/content?ownerType=CBE&ownerIdentifier=0100000268`)).text();
        const told = JSON.stringify([await client.read('seed'), listed, body]);
        await client.sim.close();
        return told;
      }),
    );
    expect(worlds[0]).toBe(worlds[1]);
    expect(worlds[0]).not.toBe(worlds[2]);
  });

  it('has the size asked, valid numbers, and letters of which most need no action', async () => {
    const client = new TestClient(await startSimulator({ seed: 7, startAt: START, quota: 'off' }));
    await client.register();
    await client.login({ person: REPRESENTATIVE });
    const found = (await (await client.search()).json()) as { total: number };
    const { clients } = await client.read<{ clients: { enterpriseNumber: string }[] }>('seed');
    const { items } = await client.read<{ items: { facts?: Partial<LetterFacts> & Pick<LetterFacts, 'kind'> }[] }>('documents');
    await client.sim.close();
    expect(found.total).toBe(2000);
    expect(clients).toHaveLength(40);
    expect(new Set(clients.map((one) => one.enterpriseNumber)).size).toBe(40);
    expect(clients.every((one) => isEnterpriseNumber(one.enterpriseNumber) && one.enterpriseNumber.startsWith('01000'))).toBe(true);
    const letters = items.flatMap((one) => (one.facts ? [one.facts] : []));
    const quiet = letters.filter((facts) => ['notice', 'declaration', 'certificate', 'refund', 'costs'].includes(facts.kind));
    expect(quiet.length / letters.length).toBeGreaterThan(0.65);
    expect(quiet.length / letters.length).toBeLessThan(0.78);
    for (const { iban, communication } of letters) {
      if (iban === undefined || communication === undefined) continue;
      const digits = iban.replaceAll(' ', '');
      expect(mod97(`${digits.slice(4)}1114${digits.slice(2, 4)}`)).toBe(1);
      const structured = communication.replace(/\D/g, '');
      expect(mod97(structured.slice(0, 10)) || 97).toBe(Number(structured.slice(10)));
    }
  });
});

describe('letters', () => {
  const sim = simulated();

  it.each(['fr', 'nl', 'de'])('in %s can be read by a machine', async (language) => {
    const client = sim();
    await client.login();
    const { items } = await client.read<{
      items: {
        uuid: string;
        kind: string;
        owner: { type: string; identifier: string };
        modifiedOn: string;
        family: string;
        facts?: LetterFacts;
      }[];
    }>('documents?kind=letter');
    const open = items.filter(
      ({ modifiedOn, family, owner }) =>
        modifiedOn >= '2026-09-12' && family === 'general' && !['0100000466', '0100000565', '0100000763'].includes(owner.identifier),
    );
    const one = open.find(({ facts }) => facts?.language === language && ['payment', 'assessment', 'fine', 'demand'].includes(facts.kind));
    const answer = await client.mmf(`/${one?.uuid}/content?ownerType=${one?.owner.type}&ownerIdentifier=${one?.owner.identifier}`);
    const text = await pdfText(new Uint8Array(await answer.arrayBuffer()));
    const facts = one?.facts as LetterFacts;
    const amount = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(facts.amountCents / 100);
    for (const part of [facts.iban, facts.communication, amount, facts.reference, facts.title]) expect(text).toContain(part);
  });
});

describe('a Word document', () => {
  const sim = simulated();

  it('carries the same text as a letter, without open slots', async () => {
    const client = sim();
    await client.login();
    const shut = ['0100000466', '0100000565', '0100000763'];
    const { items } = await client.read<{
      items: { uuid: string; owner: { type: string; identifier: string }; modifiedOn: string; family: string; facts: LetterFacts }[];
    }>('documents?kind=docx');
    const open = items.filter(
      ({ modifiedOn, family, owner }) => modifiedOn >= '2026-09-12' && family === 'general' && !shut.includes(owner.identifier),
    );
    expect(open.length).toBeGreaterThan(0);
    for (const { uuid, owner, facts } of open) {
      const answer = await client.mmf(`/${uuid}/content?ownerType=${owner.type}&ownerIdentifier=${owner.identifier}`);
      const text = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'] ?? new Uint8Array());
      expect(text).not.toMatch(/[{}@]/);
      expect(text).toContain(facts.iban ?? facts.title.replaceAll('&', '&#38;'));
    }
  });
});

describe('history', () => {
  const sim = simulated();

  it('is plausible, well-formed and accepted by the simulator itself', async () => {
    const client = sim();
    const { items } = await client.read<{ items: { amounts: Record<string, number> }[] }>('filings');
    expect(items.filter((filing) => implausible(filing.amounts).length > 0)).toEqual([]);
    const { history } = await client.read<{ history: { xml: string }[] }>('seed');
    for (const { xml } of history) {
      const root = await parseTree(Buffer.from(xml));
      expect(root && structureError(root)).toBeUndefined();
    }
  });

  it('fits the official schema', async () => {
    const main = join(import.meta.dirname, '../../../../shared/intervat/xsd/NewTVA-in_v0_9.xsd');
    if (!existsSync(main)) {
      process.stdout.write('no ../shared/intervat beside the checkout: history not validated\n');
      return;
    }
    const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
    const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
    xmlRegisterFsInputProviders();
    const schema = XmlDocument.fromBuffer(await readFile(main), { url: main });
    const validator = XsdValidator.fromDoc(schema);
    const { history } = await sim().read<{ history: { xml: string }[] }>('seed');
    for (const { xml } of history) {
      const document = XmlDocument.fromString(xml);
      expect(() => validator.validate(document)).not.toThrow();
      document.dispose();
    }
    validator.dispose();
    schema.dispose();
  });
});

describe('worked returns', () => {
  const sim = simulated({ startAt: '2026-11-10T09:00:00Z', documents: 0 });

  it('are accepted; the correction only where there is something to correct', async () => {
    const folder = join(import.meta.dirname, '../../../../shared/intervat/samples');
    if (!existsSync(folder)) {
      process.stdout.write('no ../shared/intervat beside the checkout: worked returns not filed\n');
      return;
    }
    const client = sim();
    await client.login();
    for (const name of await readdir(folder)) {
      await client.control('reset', { keepTokens: true });
      await client.control('mandates', { mandator: '0999999922', mandatary: '0100000169', types: ['VAT'] });
      const answer = await client.file('0999999922', zipped({ [name]: await readFile(join(folder, name), 'utf8') }));
      const body = await answer.text();
      if (body.includes('E_SIM_REPLACED_UNKNOWN')) expect(name).toBe('W13-corr.xml');
      else expect([name, answer.status, body]).toEqual([name, 200, expect.stringContaining('pdfReference')]);
    }
  });
});

describe('profile strict-belgif', () => {
  const sim = simulated({ profile: 'strict-belgif', documents: 40 });

  it('keeps to the federal guide where SPF departs from it', async () => {
    const client = sim();
    await client.login();
    const none = await client.search('&ownerType=CBE&ownerIdentifier=0100000565');
    expect([none.status, ((await none.json()) as { total: number }).total]).toEqual([200, 0]);
    const unknown = await client.mmf('/00000000-0000-4000-8000-000000000000/content');
    expect([unknown.status, ((await unknown.json()) as { type: string }).type]).toEqual([404, 'urn:problem-type:belgif:resourceNotFound']);
    const found = (await (await client.search()).json()) as { items: { href?: string; content?: string; docType: { name: object } }[] };
    expect(found.items.some((item) => item.href) && !found.items.some((item) => item.content)).toBe(true);
    expect(found.items[0]?.docType.name).not.toHaveProperty('en');
    const noDates = await client.mmf('');
    expect(((await noDates.json()) as { type: string }).type).toBe('urn:problem-type:belgif:badRequest');
  });
});

describe('state file', () => {
  it('carries clock, keys, clients, tokens, filings and changes over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    const stateFile = join(folder, 'state.json');
    const options = { seed: 3, documents: 40, clients: 6, quota: 'off', startAt: START, stateFile } as const;
    const first = new TestClient(await startSimulator(options));
    await first.register();
    const tokens = await first.login();
    const body = zipped({ 'r.xml': returnXml({ vatNumber: '0100000268', period: '<v:Month>10</v:Month>', amounts: { '71': '0.00' } }) });
    const { pdfReference } = (await (await first.file('0100000268', body)).json()) as { pdfReference: string };
    await first.control('mandates', { mandator: '0100000565', mandatary: '0100000169', types: ['VAT'] });
    await first.advance('P1DT1H');
    const [before, keys] = [await first.now(), await (await fetch(`${first.sim.issuer}/connect/jwk_uri`)).text()];
    await first.sim.close();
    expect((await stat(stateFile)).mode & 0o077).toBe(0);
    expect(await readdir(folder)).toEqual(['state-relay.db', 'state.json']);

    const second = new TestClient(await startSimulator(options));
    expect((await second.now()) - before).toBeLessThan(60_000);
    expect(await (await fetch(`${second.sim.issuer}/connect/jwk_uri`)).text()).toBe(keys);
    const renewed = await second.refresh(tokens.refresh_token);
    expect(renewed.status).toBe(200);
    second.token = ((await renewed.json()) as Tokens).access_token;
    expect((await second.mmf(`/${pdfReference}/content?ownerType=CBE&ownerIdentifier=0100000268`)).status).toBe(200);
    expect(await second.read('mandates')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ mandator: { type: 'CBE', identifier: '0100000565' }, mandatary: '0100000169' }),
      ]),
    });
    await second.sim.close();
    await rm(folder, { recursive: true });
  });

  it('starts afresh from a damaged file and from one of another seed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    const stateFile = join(folder, 'state.json');
    const options = { seed: 3, documents: 0, clients: 5, stateFile } as const;
    const { writeFile } = await import('node:fs/promises');
    await writeFile(stateFile, '{"version":1,');
    await (await startSimulator(options)).close();
    expect(JSON.parse(gunzipSync(await readFile(stateFile)).toString())).toMatchObject({ version: 1 });
    const other = await startSimulator({ ...options, seed: 4 });
    expect(await (await fetch(`${other.control}/seed`)).json()).toMatchObject({ seed: 4 });
    await other.close();
    await rm(folder, { recursive: true });
  });
});
