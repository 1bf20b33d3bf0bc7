import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../index.ts';
import { TestClient } from '../test-client.ts';

export { ALL_SCOPES, type CodeGrant, REDIRECT, TestClient, type Tokens } from '../test-client.ts';

/** A server and a registered client for one test file; back to the seed before each test. */
export function simulated(options: Partial<SimulatorOptions> = {}): () => TestClient {
  let client: TestClient;
  let sim: Simulator;
  beforeAll(async () => {
    sim = await startSimulator({ seed: 1, documents: 200, clients: 12, quota: 'off', startAt: '2026-11-10T09:00:00Z', ...options });
    client = new TestClient(sim);
  });
  beforeEach(async () => {
    await client.control('reset', {});
    await client.register();
  });
  afterAll(() => sim.close());
  return () => client;
}

export interface WireItem {
  readonly uuid: string;
  readonly content?: string;
  readonly href?: string;
  readonly docType: { readonly name: { readonly nl: string; readonly fr: string; readonly de: string; readonly en?: string | null } };
  readonly relatedTo: readonly { readonly type: string; readonly identifier: string }[];
  readonly metadata: readonly unknown[];
  readonly modifiedOn: string;
}

export interface ReturnParts {
  readonly vatNumber: string;
  readonly period: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly replaces?: string;
  readonly justify?: readonly (readonly [string, string])[];
  readonly attachment?: string;
  readonly restitution?: boolean;
}

/** An Intervat XML; `period` is what goes into the Period element without the year, e.g. `<v:Month>9</v:Month>`. */
export function returnXml({ vatNumber, period, amounts, replaces, justify = [], attachment, restitution }: ReturnParts): string {
  const data = Object.entries(amounts).map(([grid, amount]) => `<v:Amount GridNumber="${Number(grid)}">${amount}</v:Amount>`);
  const reasons = justify.map(([code, comment]) => `<v:Justification Code="${code}"><Comment>${comment}</Comment></v:Justification>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<v:VATConsignment xmlns="http://www.minfin.fgov.be/InputCommon" xmlns:v="http://www.minfin.fgov.be/VATConsignment" VATDeclarationsNbr="1"><v:VATDeclaration SequenceNumber="1">${
    replaces ? `<v:ReplacedVATDeclaration>${replaces}</v:ReplacedVATDeclaration>` : ''
  }<v:Declarant><VATNumber>${vatNumber}</VATNumber><Name>Exemple</Name></v:Declarant><v:Period>${period}<v:Year>2026</v:Year></v:Period><v:Data>${data.join(
    '',
  )}</v:Data><v:ClientListingNihil>NO</v:ClientListingNihil><v:Ask Restitution="${restitution ? 'YES' : 'NO'}"/>${
    attachment ? `<v:FileAttachment><FileType>application/pdf</FileType><FileName>${attachment}</FileName></v:FileAttachment>` : ''
  }${reasons.join('')}</v:VATDeclaration></v:VATConsignment>`;
}

export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}
