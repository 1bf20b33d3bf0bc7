import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetOf, readAsset } from './assets.ts';

const folder = path.resolve('/opt/guichet/renderer');
const asset = (url: string) => assetOf(url, folder, 'app://guichet');

describe('assets of the window', () => {
  it('answers files of the folder with their type', () => {
    expect(asset('app://guichet/assets/index-1.js?v=2')).toEqual({
      file: path.join(folder, 'assets/index-1.js'),
      type: 'text/javascript; charset=utf-8',
    });
  });

  it.each(['app://guichet', 'app://guichet/', 'app://guichet/documents/0198', 'app://guichet/#/vat'])('answers the page for %s', (url) => {
    expect(asset(url)?.file).toBe(path.join(folder, 'index.html'));
  });

  it.each([
    'app://guichet/../secret.json',
    'app://guichet/%2e%2e/secret.json',
    'app://guichet/..%2f..%2fetc/passwd.json',
    'app://guichet/assets/..%5c..%5csecret.json',
    'app://guichet/%00.js',
    'app://guichet/%E0%A4%A.js',
    'app://guichet/key.pem',
    'app://elsewhere/index.html',
    'app://guichet.example/index.html',
    'file:///etc/passwd',
  ])('answers nothing for %s', (url) => {
    expect(asset(url)).toBeNull();
  });

  it.runIf(process.platform !== 'win32')('follows no link out of the folder', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'guichet-assets-'));
    try {
      const inside = path.join(outside, 'renderer');
      mkdirSync(inside);
      writeFileSync(path.join(outside, 'secret.json'), 'secret');
      writeFileSync(path.join(inside, 'own.json'), 'own');
      symlinkSync(path.join(outside, 'secret.json'), path.join(inside, 'link.json'));
      symlinkSync(outside, path.join(inside, 'above'));
      expect(readAsset(path.join(inside, 'own.json'), inside).toString()).toBe('own');
      expect(() => readAsset(path.join(inside, 'link.json'), inside)).toThrow();
      expect(() => readAsset(path.join(inside, 'above/secret.json'), inside)).toThrow();
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});
