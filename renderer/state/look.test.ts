import { describe, expect, it } from 'vitest';
import { rememberedLook } from './look.ts';

const storing = (text: string | null) => ({ getItem: () => text });

describe('look', () => {
  it('follows the system before the first choice', () => {
    expect(rememberedLook(storing(null), ['pt-PT', 'nl-BE', 'fr'])).toEqual({ locale: 'nl', theme: 'auto' });
    expect(rememberedLook(storing(null), ['pt-PT'])).toEqual({ locale: 'fr', theme: 'auto' });
  });
  it('keeps the last choice and survives a damaged one', () => {
    expect(rememberedLook(storing('{"locale":"de","theme":"dark"}'), ['fr'])).toEqual({ locale: 'de', theme: 'dark' });
    expect(rememberedLook(storing('{"locale":"xx","theme":7}'), ['en'])).toEqual({ locale: 'en', theme: 'auto' });
    expect(rememberedLook(storing('{"loc'), ['en'])).toEqual({ locale: 'en', theme: 'auto' });
  });
});
