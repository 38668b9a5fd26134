import { describe, expect, test, vi } from 'vitest';
import { FIRST_COMMANDS, laterCommands } from '../../../src/editing/commands';
import type { Command, CommandContext } from '../../../src/editing/commands/command';
import { createRegistry } from '../../../src/editing/commands/registry';
import { COMMANDS } from '../../support/commands';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: 'command.edit.undo',
  group: 'edit',
  run: () => undefined,
  ...more,
});
const idsOf = (commands: readonly Command[]) => commands.map(({ id }) => id);
const press = {
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};
const context = { canvas: null, replay: null } as unknown as CommandContext;

describe('a registry with contributions', () => {
  test('begins with the first commands, and fetches no others by itself', () => {
    const later = vi.fn(laterCommands);
    const registry = createRegistry(FIRST_COMMANDS, [later]);
    expect(registry.isWhole).toBe(false);
    expect(idsOf(registry.commands).sort()).toEqual(idsOf(FIRST_COMMANDS).sort());
    expect(later).not.toHaveBeenCalled();
  });

  test('has every command once whole, and tells who listens', async () => {
    const registry = createRegistry(FIRST_COMMANDS, [laterCommands]);
    const told = vi.fn();
    registry.subscribe(told);
    await registry.whole();
    expect(registry.isWhole).toBe(true);
    expect(told).toHaveBeenCalledOnce();
    expect(idsOf(registry.commands)).toEqual(idsOf(createRegistry(COMMANDS).commands));
  });

  test('fetches each contribution once, however often it is asked for', async () => {
    const later = vi.fn(() => Promise.resolve([command('edit.later')]));
    const registry = createRegistry([], [later]);
    await Promise.all([registry.whole(), registry.whole()]);
    await registry.whole();
    expect(later).toHaveBeenCalledOnce();
  });

  test('is whole without a contribution that cannot be had', async () => {
    const registry = createRegistry(
      [command('edit.a')],
      [() => Promise.reject(new Error('gone')), () => Promise.resolve([command('edit.b')])],
    );
    await registry.whole();
    expect(idsOf(registry.commands)).toEqual(['edit.a', 'edit.b']);
  });

  test('tries again what could not be had, and nothing else', async () => {
    let isOffline = true;
    const missing = vi.fn(() =>
      isOffline ? Promise.reject(new Error('offline')) : Promise.resolve([command('edit.c')]),
    );
    const here = vi.fn(() => Promise.resolve([command('edit.b')]));
    const registry = createRegistry([command('edit.a')], [missing, here]);
    await registry.whole();
    expect(registry.isLacking).toBe(true);
    isOffline = false;
    await registry.whole();
    expect(registry.isLacking).toBe(false);
    expect(idsOf(registry.commands)).toEqual(['edit.a', 'edit.b', 'edit.c']);
    expect(here).toHaveBeenCalledOnce();
  });

  test('knows the keys of a command as soon as it has come', async () => {
    const jump = command('edit.jump', { keys: ['J'] });
    const registry = createRegistry([], [() => Promise.resolve([jump])]);
    expect(registry.forKey(press, false, context)).toBeNull();
    await registry.whole();
    expect(registry.forKey(press, false, context)?.id).toBe('edit.jump');
  });

  test('lists a command that has come before the one it names, in its group', async () => {
    const first = [command('edit.a'), command('edit.b'), command('view.a', { group: 'view' })];
    const registry = createRegistry(first, [
      () =>
        Promise.resolve([
          command('insert.a', { group: 'insert' }),
          command('edit.c', { before: 'edit.b' }),
          command('edit.d'),
        ]),
    ]);
    await registry.whole();
    expect(idsOf(registry.commands)).toEqual([
      'insert.a',
      'edit.a',
      'edit.c',
      'edit.b',
      'edit.d',
      'view.a',
    ]);
  });
});

describe('the first commands', () => {
  test('stay the same when a command is contributed', async () => {
    const before = createRegistry(FIRST_COMMANDS, [laterCommands]).commands;
    const fixture = () => Promise.resolve([command('edit.fixture')]);
    const registry = createRegistry(FIRST_COMMANDS, [laterCommands, fixture]);
    expect(idsOf(registry.commands)).toEqual(idsOf(before));
    await registry.whole();
    expect(registry.get('edit.fixture')).toBeDefined();
  });

  test('are all whose keys the browser would answer itself while the others come', async () => {
    const browsers =
      /^(Mod\+(Shift\+)?[A-Z]|Mod\+[-=+/]|Tab|Shift\+Tab|F\d+|Shift\+F6|Alt\+Arrow(Left|Right)|Alt\+Digit\d)$/;
    const keys = (await laterCommands()).flatMap(({ keys = [] }) => keys);
    expect(keys.filter((key) => browsers.test(key))).toEqual([]);
  });

  test('hold what is done again and again', () => {
    expect(idsOf(FIRST_COMMANDS)).toEqual(
      expect.arrayContaining([
        'edit.undo',
        'edit.redo',
        'edit.rename',
        'edit.copy',
        'move.left',
        'select.all',
        'view.zoomIn',
      ]),
    );
  });
});
