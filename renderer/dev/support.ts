import type { Handlers } from '#shared/contract/index.ts';
import { idOf } from './random.ts';

const json = (name: string, value: unknown) => ({ name, text: `${JSON.stringify(value, null, 2)}\n` });

export function supportDouble(): Handlers<'support.preview' | 'shell.saveSupport'> {
  return {
    'support.preview': () => ({
      id: idOf(9, 1),
      at: '2026-11-23T08:15:00.000Z',
      files: [
        json('versions.json', { guichet: '0.1.0', versions: { node: '20.18.1', electron: '33.2.1' }, platform: 'linux', arch: 'x64' }),
        json('counts.json', { rows: { client: 180, document: 9_400 } }),
        json('errors.json', [{ event: 'sync.ended', code: 'net.offline', count: 2, last: '2026-11-23T07:00:00.000Z' }]),
        { name: 'log.txt', text: '2026-11-23T07:00:00.000Z warn sync.ended {"code":"net.offline"}\n' },
      ],
    }),
    'shell.saveSupport': () => ({ saved: true }),
  };
}
