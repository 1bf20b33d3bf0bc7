// Prints, as one JSON line, what checking returns and writing a large consignment cost beside xmllint. Run by `npm run bench`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { localDate } from '#shared/domain/local-date.ts';
import { evaluate, isFileable } from '#shared/vat/rules/evaluate.ts';
import type { RuleContext, VatReturn } from '#shared/vat/types.ts';
import { randomReturns } from './test-returns.ts';
import { buildConsignment } from './xml/build-consignment.ts';
import { readConsignment } from './xml/read-consignment.ts';

const RETURNS = 10_000;
const DECLARATIONS = 999;
const TURNS = 15;
const XSD = fileURLToPath(new URL('../../../shared/intervat/xsd/NewTVA-in_v0_9.xsd', import.meta.url));
const context: RuleContext = { today: localDate('2026-07-10'), regime: 'month' };

const took = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** Every rule on every return, and whether it can be filed, as a board asks. */
function checkAll(returns: readonly VatReturn[]): void {
  for (const ret of returns) isFileable(evaluate(ret, context));
}

function buildAndCheck(returns: readonly VatReturn[]): Uint8Array {
  const bytes = buildConsignment(returns);
  checkAll(returns);
  return bytes;
}

/** Written, read back and judged by every rule. */
function buildReadAndCheck(returns: readonly VatReturn[]): void {
  for (const { ret, problems } of readConsignment(buildConsignment(returns)).declarations) {
    if (!ret || problems.length > 0) throw new Error('a return was not read back');
    isFileable(evaluate(ret, context));
  }
}

interface Judge {
  readonly name: 'xmllint' | 'libxml2-wasm' | 'libxml2-wasm, parsing only';
  run(file: string): void;
}

/** xmllint where it is installed, else the same library in WebAssembly; without the schema it only parses. */
function judge(): Judge {
  if (existsSync(XSD) && !spawnSync('xmllint', ['--version']).error) {
    const run = (file: string): void => {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', XSD, file]);
      if (status !== 0) throw new Error(String(stderr).slice(0, 2000));
    };
    return { name: 'xmllint', run };
  }
  if (!existsSync(XSD)) return { name: 'libxml2-wasm, parsing only', run: (file) => XmlDocument.fromBuffer(readFileSync(file)).dispose() };
  xmlRegisterFsInputProviders();
  const run = (file: string): void => {
    const schema = XmlDocument.fromBuffer(readFileSync(XSD), { url: pathToFileURL(XSD).href });
    const validator = XsdValidator.fromDoc(schema);
    const document = XmlDocument.fromBuffer(readFileSync(file));
    validator.validate(document);
    for (const one of [document, validator, schema]) one.dispose();
  };
  return { name: 'libxml2-wasm', run };
}

// One return of a declarant and period, as a consignment wants it. It is measured before the many are in memory.
const consignment = randomReturns(DECLARATIONS).map((ret, index) => ({
  ...ret,
  period: { year: 2000 + Math.floor(index / 12), month: (index % 12) + 1 },
}));
const folder = mkdtempSync(path.join(tmpdir(), 'guichet-vat-'));
try {
  const file = path.join(folder, 'consignment.xml');
  writeFileSync(file, buildAndCheck(consignment));
  const other = judge();
  // The first turn compiles.
  const turns = <T>(work: () => T): T[] => Array.from({ length: TURNS + 1 }, work).slice(1);
  const consignments = turns(() => ({
    buildMs: took(() => buildAndCheck(consignment)),
    readMs: took(() => buildReadAndCheck(consignment)),
    otherMs: took(() => other.run(file)),
  }));
  const returns = randomReturns(RETURNS);
  const checks = turns(() => took(() => checkAll(returns)));
  process.stdout.write(`${JSON.stringify({ returns: RETURNS, declarations: DECLARATIONS, other: other.name, checks, consignments })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
