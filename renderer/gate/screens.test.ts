import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/domain/locale.ts';
import { type MessageKey, messages } from '#shared/i18n/messages.ts';
import { SCREENS, screenOf, waysOf } from './screens.ts';

/** Answers to what somebody did, on a screen or at the command line; they stand beside its field and never keep a profile shut. */
const OF_A_CALL = new Set(
  [
    ...['refused', 'open', 'notBare', 'noCode', 'otherProfile', 'passphraseNeeded', 'noKeychain', 'nobody', 'bare', 'sealed'],
    ...['keychainOnly', 'noPassphrase', 'short', 'unlike'],
  ].map((name) => `vault.${name}`),
);
/** Says in its own words what SQLite said. */
const UNTOLD = new Set(['db.failed']);

const shut = (code: string | null, hasCode = true) => ({
  state: code?.startsWith('vault.') ? ('lost' as const) : ('broken' as const),
  problem: code === null ? null : { code, retryable: false, action: 'none' as const, params: {} },
  hasCode,
});
const codes = Object.keys(messages)
  .filter((key) => /^error\.(db|vault)\./.test(key))
  .map((key) => key.slice('error.'.length))
  .filter((code) => !OF_A_CALL.has(code) && !UNTOLD.has(code));

describe('the screens of a profile that does not open', () => {
  it('are one for every code of the database and the vault that keeps it shut', () => {
    expect(codes).toContain('db.wrongKey');
    expect(codes.filter((code) => screenOf(shut(code)) === 'other')).toEqual([]);
  });

  it('are told apart in every language, and each offers a way out', () => {
    for (const locale of LOCALES) {
      const titles = Object.keys(SCREENS).map((screen) => messages[`gate.title.${screen}` as MessageKey][locale]);
      expect(new Set(titles).size, locale).toBe(titles.length);
    }
    for (const [screen, ways] of Object.entries(SCREENS)) {
      expect(ways.length, screen).toBeGreaterThan(0);
      if (screen !== 'other') expect(messages, screen).toHaveProperty([`gate.text.${screen}`]);
    }
  });

  it('offer what gives the key for a lost one, and a backup for damaged data', () => {
    expect(waysOf(shut('db.wrongKey'))[0]).toBe('code');
    expect(waysOf(shut('vault.keychainChanged'))[0]).toBe('code');
    for (const code of ['db.cutShort', 'db.blanked', 'db.missing', 'db.damaged'])
      expect(waysOf(shut(code)), code).toEqual(['restore', 'folder']);
    expect(waysOf(shut('db.newer'))).toEqual(['update']);
    // The recovery code would have to change a file that this program cannot read.
    expect(waysOf(shut('vault.newer'))).toEqual(['update', 'restore']);
    expect(waysOf(shut('vault.unreadable'))).toEqual(['retry']);
    expect(waysOf(shut('db.busy'))).toEqual(['retry']);
  });

  it('do not ask for a recovery code that was never made', () => {
    expect(waysOf(shut('db.wrongKey', false))).not.toContain('code');
    expect(waysOf({ ...shut(null, false), state: 'sealed' })).toEqual(['passphrase', 'restore']);
  });

  it('let anything else speak for itself', () => {
    expect(screenOf(shut('vendor.missing'))).toBe('other');
    expect(screenOf(shut(null))).toBe('other');
    expect(waysOf(shut('vendor.missing'))).toEqual(['retry']);
  });
});
