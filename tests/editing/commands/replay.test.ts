import { describe, expect, test, vi } from 'vitest';
import type { ReplayPort } from '../../../src/editing/commands/command';
import { ID, shopMap, someone } from './support';

function watching({ on = true, ready = true } = {}) {
  const replay = {
    canStart: vi.fn(() => ready),
    isOn: vi.fn(() => on),
    toggle: vi.fn(),
    playOrPause: vi.fn(),
    step: vi.fn(),
    reset: vi.fn(),
    keep: vi.fn(),
  } satisfies ReplayPort;
  return { me: someone(shopMap(), { replay }), replay };
}

const controls = ['pause', 'next', 'previous', 'reset', 'keep'].map((name) => `run.replay.${name}`);

describe('the replay', () => {
  test('is begun and ended on the map, where there is a run to show', async () => {
    const { me, replay } = watching();
    expect([me.can('run.replay'), me.isOn('run.replay')]).toEqual([true, true]);
    await me.do('run.replay');
    expect(me.shell.show).toHaveBeenCalledExactlyOnceWith('map');
    expect(replay.toggle).toHaveBeenCalledOnce();
    expect(watching({ ready: false }).me.can('run.replay')).toBe(false);
    expect(watching({ on: false }).me.isOn('run.replay')).toBe(false);
    expect(someone().can('run.replay')).toBe(false);
  });

  test('is paused, stepped, begun anew and marked by key', async () => {
    const { me, replay } = watching();
    for (const id of controls) await me.do(id);
    expect(replay.playOrPause).toHaveBeenCalledOnce();
    expect(replay.step.mock.calls).toEqual([[1], [-1]]);
    expect(replay.reset).toHaveBeenCalledOnce();
    expect(replay.keep).toHaveBeenCalledOnce();
  });

  test('has its keys only while it is on', () => {
    for (const id of controls) {
      expect(watching().me.can(id)).toBe(true);
      expect(watching({ on: false }).me.can(id)).toBe(false);
      expect(someone().can(id)).toBe(false);
    }
  });

  test('lets nothing change the map while it is on', () => {
    for (const [on, allowed] of [
      [true, false],
      [false, true],
    ] as const) {
      const { me } = watching({ on });
      me.select(ID.form);
      const changing = ['edit.delete', 'insert.touchpoint', 'arrange.tidy', 'move.left'];
      for (const id of changing) expect(me.can(id)).toBe(allowed);
      for (const id of ['select.all', 'view.fit', 'run.simulate']) expect(me.can(id)).toBe(true);
    }
  });
});
