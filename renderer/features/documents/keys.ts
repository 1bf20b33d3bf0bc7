import type { MessageKey } from '#shared/i18n/messages.ts';

/** A key as it is written on the keyboard: itself, or the name of the message that names it. */
export type KeyName = string | { readonly named: 'space' | 'enter' | 'esc' | 'ctrl' | 'shift' };

interface KeyLine {
  /** Ways to press it, each its keys. */
  readonly ways: readonly (readonly KeyName[])[];
  readonly does: MessageKey;
}

const named = (name: 'space' | 'enter' | 'esc' | 'ctrl' | 'shift'): KeyName => ({ named: name });
const tab = (key: string, does: MessageKey): KeyLine => ({ ways: [['g', key]], does });

/** All keys of the list, for the overlay that shows them. */
export const KEY_PARTS: readonly { readonly part: 'move' | 'work' | 'choose' | 'go'; readonly lines: readonly KeyLine[] }[] = [
  {
    part: 'move',
    lines: [
      {
        ways: [
          ['j', 'k'],
          ['↓', '↑'],
        ],
        does: 'documentsKeys.next',
      },
      { ways: [[named('enter')]], does: 'documentsKeys.open' },
      { ways: [[named('space')]], does: 'documentsKeys.preview' },
      { ways: [[named('esc')]], does: 'documentsKeys.back' },
      { ways: [['/']], does: 'documentsKeys.search' },
      { ways: [['−', '+']], does: 'documentsKeys.fold' },
      { ways: [['?']], does: 'documentsKeys.keys' },
    ],
  },
  {
    part: 'work',
    lines: [
      { ways: [['e']], does: 'documentsKeys.done' },
      { ways: [['t']], does: 'documentsKeys.todo' },
      { ways: [['a']], does: 'documentsKeys.assign' },
      { ways: [['l']], does: 'documentsKeys.tag' },
      { ways: [['n']], does: 'documentsKeys.note' },
      { ways: [['u']], does: 'documentsKeys.unread' },
      { ways: [[named('ctrl'), 'Z']], does: 'documentsKeys.undo' },
    ],
  },
  {
    part: 'choose',
    lines: [
      { ways: [['x'], [named('ctrl'), named('space')]], does: 'documentsKeys.toggle' },
      { ways: [[named('shift'), '↓']], does: 'documentsKeys.range' },
      { ways: [[named('ctrl'), 'A']], does: 'documentsKeys.all' },
    ],
  },
  {
    part: 'go',
    lines: [
      tab('i', 'documentsView.tab.inbox'),
      tab('a', 'documentsView.tab.all'),
      tab('t', 'documentsView.tab.todo'),
      tab('d', 'documentsView.tab.done'),
    ],
  },
];
