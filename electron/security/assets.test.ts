import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetOf } from './assets.ts';

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
});
