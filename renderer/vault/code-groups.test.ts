import { describe, expect, it } from 'vitest';
import { codeLength, inGroups, rangeOfGroup } from './code-groups.ts';

describe('a recovery code in groups', () => {
  it('takes what was typed or pasted, however it is parted', () => {
    expect(inGroups(' abcde fghjk\n12345–6')).toBe('ABCDE-FGHJK-12345-6');
    expect(inGroups('ABCDE-')).toBe('ABCDE');
    expect(inGroups('')).toBe('');
  });

  it('counts characters, and finds a group in it', () => {
    expect(codeLength('abcde-fg ')).toBe(7);
    const code = inGroups('0000011111222223333344444555556666677777');
    expect(code.slice(...rangeOfGroup(1))).toBe('00000');
    expect(code.slice(...rangeOfGroup(8))).toBe('77777');
  });
});
