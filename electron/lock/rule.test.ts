import { describe, expect, it } from 'vitest';
import { lockCause, secondsToLook, sleptTooLong } from './rule.ts';

const never = { lockAfter: 0, lockWithSystem: false };
const five = { lockAfter: 5, lockWithSystem: false };
const withSystem = { lockAfter: 0, lockWithSystem: true };
const look = (idleSeconds: number, screenLocked = false) => ({ idleSeconds, screenLocked });

describe('the machine left alone', () => {
  it('locks when the minutes are full, and as long as nobody comes', () => {
    expect(lockCause(five, null, look(299))).toBeNull();
    expect(lockCause(five, look(299), look(300))).toBe('idle');
    expect(lockCause(five, look(300), look(315))).toBe('idle');
    expect(lockCause(never, null, look(100_000))).toBeNull();
  });

  it('is looked at in time for that, and not at all where nobody wants it', () => {
    expect(secondsToLook(five, 0)).toBe(15);
    expect(secondsToLook(five, 293)).toBe(7);
    expect(secondsToLook(five, 400)).toBe(15);
    expect(secondsToLook(withSystem, 400)).toBe(15);
    expect(secondsToLook(never, 400)).toBeNull();
  });

  it('locks once with its screen, where that is wanted', () => {
    expect(lockCause(withSystem, look(0), look(0, true))).toBe('screen');
    expect(lockCause(withSystem, look(0, true), look(9, true))).toBeNull();
    expect(lockCause(withSystem, look(0, true), look(0))).toBeNull();
    expect(lockCause(five, look(0), look(0, true))).toBeNull();
  });

  it('counts its sleep as absence', () => {
    expect(sleptTooLong(five, 299_000)).toBe(false);
    expect(sleptTooLong(five, 300_000)).toBe(true);
    expect(sleptTooLong(withSystem, 86_400_000)).toBe(false);
  });
});
