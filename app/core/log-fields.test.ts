import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fittingFields, isEvent, LOG_FIELDS } from './log-fields.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every call of the log in the product, as its source says it: event and fields. */
function logCalls(): { readonly file: string; readonly event: string; readonly fields: string }[] {
  return ['app', 'electron'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|(^|\/)(testing|test-[\w-]+)\.ts$/.test(name))
      .flatMap((name) => {
        const file = path.join(room, name);
        const source = readFileSync(path.join(root, file), 'utf8');
        return [...source.matchAll(/\blog\.write\(\s*'(?:\w+)',\s*('[^']*'|\w+)(?:,\s*\{([^}]*)\})?/g)].map(
          ([, event = '', fields = '']) => ({
            file,
            event,
            fields,
          }),
        );
      }),
  );
}

describe('log lines', () => {
  it('carry only fields that are named, wherever the product writes one', () => {
    const calls = logCalls();
    expect(calls.length).toBeGreaterThan(20);
    const wrong = calls.flatMap(({ file, event, fields }) => {
      const names = fields
        .split(',')
        .map((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1])
        .filter((name) => name !== undefined);
      const named = event.startsWith("'") && isEvent(event.slice(1, -1));
      return [
        ...(named ? [] : [`${file}: event ${event}`]),
        ...names.filter((name) => !LOG_FIELDS.includes(name)).map((name) => `${file}: ${name}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('lose what is not named, and say that they did', () => {
    expect(fittingFields({ code: 'net.cut', client: 'Boulangerie Exemple SRL', token: 'eyJhbGciOi' })).toEqual({
      code: 'net.cut',
      refused: 2,
    });
  });

  it.each([
    ['code', 'Boulangerie Exemple SRL'],
    ['reason', '0100000268'],
    ['path', 'clients.0100000268'],
    ['error', 'TypeError at read (/home/jan/profile/core.js:1:2)'],
    ['correlationId', '85031799906'],
    ['ms', 85_031_799_906],
    ['count', '3'],
    ['status', Number.NaN],
    ['method', { name: 'x' }],
  ])('do not take a value of another shape: %s %s', (name, value) => {
    expect(fittingFields({ [name]: value })).toEqual({ [name]: '?', refused: 1 });
  });

  it('keep codes, figures and places', () => {
    const fields = {
      code: 'db.damaged',
      reason: 'ENOSPC',
      statement: 'sync.claim',
      ms: 140,
      path: 'rows.3.amount',
      error: 'TypeError at Object.handler (core-worker.js:12:34)',
      correlationId: '0198a1b2-0000-7000-8000-123456789012',
    };
    expect(fittingFields(fields)).toEqual(fields);
  });
});
