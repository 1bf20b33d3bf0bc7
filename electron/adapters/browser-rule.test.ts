import { describe, expect, it } from 'vitest';
import { mayOpen } from './browser-rule.ts';

const origins = ['http://127.0.0.1:8460/auth', 'https://login.example.test', 'http://login.example.test'];

describe('addresses for the system browser', () => {
  it.each(['http://127.0.0.1:8460/authorize?x=1', 'https://login.example.test/authorize'])('opens %s', (url) => {
    expect(mayOpen(url, origins)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:8461/authorize',
    'http://login.example.test/authorize',
    'https://login.example.test.evil.example/',
    'https://user:pw@login.example.test/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://login.example.test/share',
    'not a url',
  ])('refuses %s', (url) => {
    expect(mayOpen(url, origins)).toBe(false);
  });
});
