import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../setup/paths.mjs';
import { brokenFiles, readArchive } from './asar.mjs';
import { askedFor, closureOf, locate, packageOf } from './closure.mjs';
import { strangers } from './contents.mjs';
import { EXPECTED } from './fuses.mjs';
import { keeper } from './keep.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-asar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The archive format by its description: two size words, a header, the files one after the other. */
function writeArchive(name, files, promised = files) {
  let offset = 0;
  const entries = Object.entries(files).map(([file, text]) => {
    const hash = sha256(promised[file] ?? text);
    const entry = { size: text.length, offset: String(offset), integrity: { algorithm: 'SHA256', hash, blockSize: 4096, blocks: [hash] } };
    offset += text.length;
    return [file, entry];
  });
  const json = JSON.stringify({ files: { dist: { files: Object.fromEntries(entries) } } });
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  for (const [index, word] of [4, padded + 8, padded + 4, json.length].entries()) head.writeUInt32LE(word, index * 4);
  head.write(json, 16);
  const file = path.join(folder, name);
  writeFileSync(file, Buffer.concat([head, Buffer.from(Object.values(files).join(''))]));
  return file;
}

describe('an archive', () => {
  it('is sound when every file is what its header promises', () => {
    const archive = writeArchive('sound.asar', { 'a.js': 'let a;', 'b.js': 'let b;' });
    const { files } = readArchive(archive);
    expect(files.map(({ file }) => file)).toEqual(['dist/a.js', 'dist/b.js']);
    expect(brokenFiles(archive, files)).toEqual([]);
  });

  it('names the file that was changed', () => {
    const archive = writeArchive('changed.asar', { 'a.js': 'let a;', 'b.js': 'let x;' }, { 'b.js': 'let b;' });
    expect(brokenFiles(archive, readArchive(archive).files).map(({ file }) => file)).toEqual(['dist/b.js']);
  });
});

describe('the contents', () => {
  const packages = ['pino', '@fastify/error'];
  it('are the build and the staged packages', () => {
    const usual = [
      'package.json',
      'dist/electron/main.js',
      'dist/renderer/assets/index-a1.js',
      'node_modules/pino/lib/a.js',
      'node_modules/pino/LICENSE.md',
    ];
    expect(
      strangers([...usual, 'node_modules/@fastify/error/index.js', 'node_modules/pino/node_modules/@fastify/error/x.js'], packages),
    ).toEqual([]);
  });

  it.each([
    'dist/electron/main.js.map',
    'app/core/app.ts',
    'e2e/tour/tour.js',
    'node_modules/vitest/index.js',
    'node_modules/pino/test/a.js',
    'node_modules/pino/src/a.ts',
    'dist/renderer/assets/../secret.txt',
    'guichet.db.sqlite',
    '.env',
  ])('are not %s', (file) => {
    expect(strangers([file], packages)).toEqual([file]);
  });
});

describe('what is kept of a package', () => {
  const keep = keeper('linux-x64');
  it('is the native code of one system', () => {
    const prebuilds = ['linux-x64', 'win32-x64', 'darwin-arm64'].filter((target) => keep('better-sqlite3', `prebuilds/${target}.node`));
    expect(prebuilds).toEqual(['linux-x64']);
  });
  it('is never a test, a map or a source, always a licence', () => {
    const files = [
      'index.js',
      'index.js.map',
      'index.d.ts',
      'test/a.js',
      '.yarn/releases/yarn.cjs',
      'README.md',
      'LICENSE',
      'lib/types/a.js',
    ];
    expect(files.filter((file) => keep('any', file))).toEqual(['index.js', 'LICENSE', 'lib/types/a.js']);
  });
});

describe('the packages that go along', () => {
  const lock = {
    'node_modules/a': { dependencies: { b: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    'node_modules/c': { dependencies: { a: '1' } },
    'node_modules/unused': {},
  };
  it('are those that Node would find', () => {
    expect(closureOf(lock, ['a'])).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
    expect(locate(lock, 'node_modules/c', 'b')).toBe('node_modules/b');
    expect(() => closureOf(lock, ['missing'])).toThrow('missing');
  });
  it('are those the built program names, however it was minified', () => {
    const dist = mkdtempSync(path.join(folder, 'dist-'));
    writeFileSync(path.join(dist, 'a.js'), 'import{x}from"pino";const y=await import(`pdfjs-dist/legacy/build/pdf.mjs`);let z="fastify"');
    writeFileSync(path.join(dist, 'b.cjs'), "const e=require('electron'),s=require('better-sqlite3')");
    expect(askedFor(dist)).toEqual(['better-sqlite3', 'pdfjs-dist/legacy/build/pdf.mjs', 'pino']);
    expect(['pino', 'pdfjs-dist/legacy/x.mjs', '@fastify/formbody', '@fastify/formbody/x'].map(packageOf)).toEqual([
      ...['pino', 'pdfjs-dist', '@fastify/formbody', '@fastify/formbody'],
    ]);
  });
});

describe('electron-builder.yml', () => {
  const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
  it('sets every fuse the way the finished executable is asked about', () => {
    const named = Object.entries(EXPECTED).map(([name, on]) => `  ${name[0].toLowerCase()}${name.slice(1)}: ${on}`);
    expect(named.filter((line) => !text.split('\n').includes(line))).toEqual([]);
  });
  it('publishes nowhere and asks for no administrator', () => {
    expect(text).toMatch(/^publish: null$/m);
    expect(text).not.toMatch(/https?:/);
    expect(text).toMatch(/^ {2}perMachine: false$/m);
    expect(text).toMatch(/^ {2}hardenedRuntime: true$/m);
    expect(text).toMatch(/^ {2}deleteAppDataOnUninstall: false$/m);
  });
});
