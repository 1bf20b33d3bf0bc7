import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('the text of a file', () => {
  it('is read in its own encoding', () => {
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="ISO-8859-1"?><a>Soci', 'é', ...'t', 'é', ...'</a>'].map((char) => char.charCodeAt(0)),
    );
    expect(readText(latin)).toContain('Société');
    expect(readText(new TextEncoder().encode('é'))).toBe('é');
  });
});
