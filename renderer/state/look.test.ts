import { describe, expect, it } from 'vitest';
import { chooseLocale, isFirstStart, rememberedLook, rememberLook } from './look.ts';

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
  it('takes a language chosen before the first start for no start', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
    expect(isFirstStart(storage)).toBe(true);
    chooseLocale(storage, { locale: 'nl', theme: 'auto' });
    expect([isFirstStart(storage), rememberedLook(storage, ['fr']).locale]).toEqual([true, 'nl']);
    rememberLook(storage, { locale: 'nl', theme: 'dark' });
    chooseLocale(storage, { locale: 'de', theme: 'dark' });
    expect([isFirstStart(storage), rememberedLook(storage, ['fr'])]).toEqual([false, { locale: 'de', theme: 'dark' }]);
  });
});
