import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../domain/locale.ts';
import { messages } from './messages.ts';
import { createTranslator } from './translator.ts';

/** Names of the ICU arguments of a message, whatever branch they stand in. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (token: unknown): void => {
    if (!Array.isArray(token)) return;
    for (const part of token) {
      if (!Array.isArray(part)) continue;
      if (typeof part[0] === 'string') names.add(part[0]);
      const options: unknown = part[2];
      if (options && typeof options === 'object') for (const branch of Object.values(options)) walk(branch);
    }
  };
  walk(compileMessage(text));
  return [...names].sort();
}

describe('catalogues', () => {
  it('fill the same placeholders in every language', () => {
    for (const [key, message] of Object.entries(messages)) {
      for (const locale of LOCALES) {
        expect(message[locale].trim(), `${key} ${locale}`).not.toBe('');
        expect(argumentsOf(message[locale]), `${key} ${locale}`).toEqual(argumentsOf(message.fr));
      }
    }
  });

  it('group thousands by a point and keep the plural rules of the language', () => {
    for (const locale of LOCALES) expect(createTranslator(locale)('vatView.count', { count: 2000 })).toContain('2.000');
    expect(createTranslator('fr')('vatView.count', { count: 0 })).toBe(
      createTranslator('fr')('vatView.count', { count: 1 }).replace('1', '0'),
    );
  });

  it('lead to a section of the settings by the words it has there', () => {
    const texts = Object.entries(messages);
    for (const locale of LOCALES) {
      const settings = messages['frame.nav.settings'][locale];
      const sections = texts.filter(([key]) => /\.section(\.|$)/.test(key)).map(([, text]) => text[locale]);
      const paths = texts.filter(([, text]) => /›|\p{L} > \p{L}/u.test(text[locale]));
      expect(paths.length).toBeGreaterThan(5);
      for (const [key, text] of paths)
        expect(
          sections.some((section) => text[locale].includes(`${settings} › ${section}`)),
          `${key} ${locale}: ${text[locale]}`,
        ).toBe(true);
      const others = /\b(Réglages|Préférences|Voorkeuren|Voreinstellungen|Preferences)\b/iu;
      expect(texts.filter(([, text]) => others.test(text[locale])).map(([key]) => key)).toEqual([]);
    }
  });

  it('name the code of an error without a text of its own', () => {
    const shape = { code: 'never.heard', retryable: false, action: 'none', params: {} } as const;
    for (const locale of LOCALES) expect(createTranslator(locale).error(shape)).toContain('never.heard');
  });
});

describe('an error whose circumstances are not known', () => {
  it('leaves out what it cannot say', () => {
    const t = createTranslator('fr');
    const error = { code: 'mmf.unavailable', retryable: true, action: 'none', params: {} } as const;
    expect(t.error(error)).toBe('Le service du SPF Finances est indisponible. Guichet réessaie.');
    expect(t.error({ ...error, params: { status: 503 } })).toContain('(statut 503)');
    expect(t.error({ ...error, code: 'of.a.newer.version' })).toContain('of.a.newer.version');
  });
});

describe('days in an error', () => {
  it('are written as in Belgium', () => {
    const error = {
      code: 'vat.replaceLate',
      retryable: false,
      action: 'none',
      params: { period: '2026-10', until: '2026-11-20' },
    } as const;
    for (const locale of LOCALES) expect(createTranslator(locale).error(error)).toContain('20/11/2026');
  });
});

describe('counts', () => {
  it('are grouped by a point in every language', () => {
    for (const locale of LOCALES) {
      expect(createTranslator(locale)('todayView.count', { count: 12345 })).toContain('12.345');
    }
  });
});
