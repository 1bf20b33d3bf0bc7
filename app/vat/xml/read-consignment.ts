import { GuichetError } from '#shared/domain/errors.ts';
import { decodeXml } from './decode.ts';
import { SEQUENCES, VAT_NS } from './names.ts';
import { type ReadDeclaration, type Reading, readDeclaration } from './read-declaration.ts';
import { type Representative, readRepresentative } from './representative.ts';
import { readSequence } from './sequence.ts';
import { type Element, visit } from './tree.ts';

export type { ReadProblem } from './problems.ts';
export type { ReadDeclaration } from './read-declaration.ts';

export interface Consignment {
  /** In the order of the file, at least one. */
  readonly declarations: readonly ReadDeclaration[];
  readonly representative?: Representative | undefined;
}

function checkRoot(root: Element): void {
  if (root.name !== 'VATConsignment')
    throw new GuichetError('vat.xml.root', { action: 'chooseFile', params: { found: root.name.slice(0, 60) } });
  if (root.ns !== VAT_NS) {
    throw new GuichetError('vat.xml.namespace', {
      action: 'chooseFile',
      params: { found: root.ns.slice(0, 100) || '–', expected: VAT_NS },
    });
  }
}

/** Numbers 1..n, each once, and as many declarations as announced. */
function checkNumbers(root: Element, readings: readonly Reading[]): void {
  const seen = new Map<number, Reading>();
  for (const reading of readings) {
    const { sequence, line } = reading.declaration;
    const other = seen.get(sequence)?.declaration.line;
    if (other !== undefined) reading.report('sequenceTwice', line, { found: sequence, other, count: readings.length });
    seen.set(sequence, reading);
  }
  const stated = root.attributes.get('VATDeclarationsNbr')?.trim() ?? '';
  if (!/^\+?0*[1-9]\d*$/.test(stated) || Number(stated) !== readings.length) {
    readings[0]?.report('count', root.line, { stated: stated || '–', counted: readings.length });
  }
}

/** A second return of the same declarant and period in one file, unless it names what it replaces. */
function checkDuplicates(readings: readonly Reading[]): void {
  const seen = new Map<string, number>();
  for (const { declaration, report } of readings) {
    const { vatNumber, periodKey, ret, sequence, line } = declaration;
    if (!ret || vatNumber === '' || ret.replaces) continue;
    const key = `${vatNumber} ${periodKey}`;
    const other = seen.get(key);
    if (other !== undefined) report('duplicate', line, { number: vatNumber, period: periodKey, other });
    else seen.set(key, sequence);
  }
}

function readRoot(root: Element, children: Iterable<Element>): Consignment {
  checkRoot(root);
  const readings: Reading[] = [];
  const before: Element[] = [];
  for (const child of children) {
    if (child.name === 'VATDeclaration') readings.push(readDeclaration(child, readings.length + 1));
    // Declarations are read and let go one by one; the order of the others is checked with an empty stand-in for them.
    if (child.name !== 'VATDeclaration' || before.at(-1)?.name !== 'VATDeclaration')
      before.push({ ...child, children: child.name === 'VATDeclaration' ? [] : child.children });
  }
  if (readings.length === 0) throw new GuichetError('vat.xml.noDeclaration', { action: 'chooseFile' });
  // What is wrong around the declarations is told at the first one.
  const { report } = readings[0]!;
  const content = readSequence({ ...root, children: before }, SEQUENCES.VATConsignment, report);
  const element = content.one('Representative');
  const representative = element ? readRepresentative(element, report) : undefined;
  if (element) checkRepresentative(element, readings, representative);
  checkNumbers(root, readings);
  checkDuplicates(readings);
  const declarations = readings.map(({ declaration }) => declaration);
  return representative ? { declarations, representative } : { declarations };
}

function checkRepresentative(element: Element, readings: readonly Reading[], representative: Representative | undefined): void {
  for (const { declaration, report } of readings) {
    if (representative && declaration.vatNumber !== '' && representative.id === declaration.vatNumber)
      report('representative', element.line);
  }
}

/**
 * Reads a file of periodic VAT returns for Intervat. What is wrong inside a declaration is listed with it; the rules of
 * `#shared/vat/rules` are not applied here.
 * @throws GuichetError `vat.xml.*` when the file as a whole cannot be read
 */
export function readConsignment(bytes: Uint8Array): Consignment {
  return visit(decodeXml(bytes), readRoot);
}
