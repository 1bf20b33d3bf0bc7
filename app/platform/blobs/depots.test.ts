import { describe, expect, it } from 'vitest';
import type { Timers } from '#app/core/ports.ts';
import { createDepots } from './depots.ts';
import type { ThreadDepot } from './thread-depot.ts';

const nothing = { append: async () => {}, abandon: async () => {}, place: async () => [], close: async () => {} };
const sealed = async () => ({ name: 'n', sha256: 's', size: 0 });
const own = { ...nothing, finish: sealed };

function world() {
  const state = { ready: false, dead: false, held: 0 };
  let started = 0;
  let ended = 0;
  let due: (() => void) | null = null;
  const pass = (): void => {
    const call = due;
    due = null;
    call?.();
  };
  const timers: Timers = {
    after: (_, callback) => {
      due = callback;
      return () => {
        due = null;
      };
    },
  };
  const thread: ThreadDepot = {
    ...own,
    ready: () => state.ready,
    dead: () => state.dead,
    held: () => state.held,
    end: async () => {
      ended += 1;
    },
  };
  const depots = createDepots(
    own,
    () => {
      started += 1;
      return thread;
    },
    timers,
  );
  return { depots, thread, state, counts: () => ({ started, ended }), pass, isTimed: () => due !== null };
}

describe('the choice of a depot', () => {
  it('starts no thread for a few contents, and uses one only once it has loaded', () => {
    const { depots, thread, state, counts } = world();
    depots.expect(5);
    expect(depots.pick()).toBe(own);
    expect(counts().started).toBe(0);
    depots.expect(2000);
    expect(depots.pick()).toBe(own);
    state.ready = true;
    expect(depots.pick()).toBe(thread);
    depots.expect(2000);
    expect(counts().started).toBe(1);
  });

  it('ends a thread that has nothing more to do, and not before', () => {
    const { depots, state, counts, pass, isTimed } = world();
    depots.expect(2000);
    state.ready = true;
    depots.pick();
    pass();
    state.held = 1;
    pass();
    expect(counts().ended).toBe(0);
    state.held = 0;
    pass();
    expect(counts().ended).toBe(1);
    expect(isTimed()).toBe(false);
    expect(depots.pick()).toBe(own);
  });

  it('goes on by itself after a thread died, and starts no other', () => {
    const { depots, state, counts } = world();
    depots.expect(2000);
    state.dead = true;
    expect(depots.pick()).toBe(own);
    depots.expect(2000);
    expect(depots.pick()).toBe(own);
    expect(counts().started).toBe(1);
  });

  it('goes on by itself where no thread is to be had', () => {
    let tries = 0;
    const refusing = (): ThreadDepot => {
      tries += 1;
      throw new Error('no more threads');
    };
    const depots = createDepots(own, refusing, { after: () => () => {} });
    depots.expect(2000);
    depots.expect(2000);
    expect(depots.pick()).toBe(own);
    expect(tries).toBe(1);
  });
});
