import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/editing/commands/command';
import { createRegistry, firstCollision } from '../../../src/editing/commands/registry';
import type { KeyPress } from '../../../src/editing/keys';
import { shopMap, someone } from './support';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: 'command.edit.undo',
  group: 'view',
  run: () => undefined,
  ...more,
});

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('a registry', () => {
  const one = command('one', { keys: ['A', 'Mod+B'], menus: ['canvas'] });
  const two = command('two', { keys: ['C'], menus: ['stage', 'canvas'], onCanvas: true });
  const registry = createRegistry([one, two]);
  const me = someone();

  test('finds commands by id and by menu, in order', () => {
    expect(registry.get('two')).toBe(two);
    expect(registry.get('three')).toBeUndefined();
    expect(registry.inMenu('canvas')).toEqual([one, two]);
    expect(registry.inMenu('stage')).toEqual([two]);
    expect(registry.inMenu('note')).toEqual([]);
  });

  test('finds the command of any of its keys, on this platform', () => {
    expect(registry.forKey(press('a'), false, me.context())).toBe(one);
    expect(registry.forKey(press('b', { metaKey: true }), true, me.context())).toBe(one);
    expect(registry.forKey(press('b', { metaKey: true }), false, me.context())).toBeNull();
    expect(registry.forKey(press('x'), false, me.context())).toBeNull();
  });

  test('gives keys of the canvas only while the canvas is shown', () => {
    expect(registry.forKey(press('c'), false, me.context())).toBe(two);
    const elsewhere = someone(shopMap(), { withoutCanvas: true }).context();
    expect(registry.forKey(press('c'), false, elsewhere)).toBeNull();
    expect(registry.forKey(press('a'), false, elsewhere)).toBe(one);
  });

  test('gives no key of a command that cannot run now', () => {
    const never = createRegistry([command('never', { keys: ['A'], isEnabled: () => false })]);
    expect(never.forKey(press('a'), false, me.context())).toBeNull();
  });

  test('is refused where two commands share an id or a key', () => {
    expect(() => createRegistry([one, command('one')])).toThrow('share an id');
    const clash = [one, command('other', { keys: ['Ctrl+B'] })];
    expect(firstCollision(clash)).toBe('one and other on Mod+B');
    expect(() => createRegistry(clash)).toThrow('shortcuts collide: one and other on Mod+B');
    expect(firstCollision([one, two])).toBeNull();
    expect(firstCollision([command('twice', { keys: ['A', 'A'] })])).toBe('twice and twice on A');
  });
});
