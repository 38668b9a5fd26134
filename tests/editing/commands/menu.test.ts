import { describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../support/commands';
import { commandItems, menuFor, menuOf } from '../../../src/editing/commands/menu';
import { createRegistry } from '../../../src/editing/commands/registry';
import type { Say } from '../../../src/language';
import { ID, shopMap, someone } from './support';

const registry = createRegistry(COMMANDS);
const t: Say = (id) => id;

describe('the menu of what is selected', () => {
  test('is that of its kind, of several, or of the canvas', () => {
    const of = (collection: 'touchpoints' | 'transitions' | 'stages' | 'notes' | 'personas') =>
      menuFor([{ collection, id: 'anything-at-all' }], undefined);
    expect(of('touchpoints')).toBe('touchpoint');
    expect(of('transitions')).toBe('transition');
    expect(of('stages')).toBe('stage');
    expect(of('notes')).toBe('note');
    expect(of('personas')).toBeUndefined();
    expect(menuFor([], undefined)).toBe('canvas');
    const persona = { collection: 'personas', id: 'persona-of-ben' } as const;
    expect(menuFor([persona], 'outline')).toBe('record');
    expect(menuFor([persona, persona], undefined)).toBe('selection');
  });

  test('sets groups of commands apart', () => {
    const me = someone();
    me.select(ID.click);
    const run = vi.fn();
    const items = menuOf(registry, me.context(), t, run);
    expect(items.map(({ id }) => id)).toEqual([
      'insert.onTransition',
      'before edit.reverse',
      'edit.reverse',
      'edit.rename',
      'edit.delete',
    ]);
    expect(items[1]).toEqual({ kind: 'separator', id: 'before edit.reverse' });
    expect(items[0]).toMatchObject({
      label: 'command.insert.onTransition',
      keys: 'I',
      disabled: false,
      danger: false,
    });
    expect(items.at(-1)).toMatchObject({ keys: 'Backspace', danger: true });
  });

  test('is one with any other menu in how its lines are made', () => {
    const commands = registry.inMenu('main');
    const items = commandItems(commands, someone().context(), t, vi.fn());
    const apart = items.filter((item) => 'kind' in item).length;
    expect(items.length - apart).toBe(commands.length);
    expect(apart).toBe(new Set(commands.map(({ group }) => group)).size - 1);
    expect(items[0]).not.toHaveProperty('kind');
    expect(commandItems([], someone().context(), t, vi.fn())).toEqual([]);
  });

  test('runs what is chosen', () => {
    const me = someone();
    me.select(ID.click);
    const run = vi.fn();
    const [first] = menuOf(registry, me.context(), t, run);
    if (!first || 'kind' in first) throw new Error('a menu begins with a command');
    first.onSelect();
    expect(run).toHaveBeenCalledExactlyOnceWith('insert.onTransition');
  });

  test('shows what cannot be done now as such', () => {
    const me = someone();
    me.select(ID.ad);
    const items = menuOf(registry, me.context(), t, vi.fn());
    expect(items.find(({ id }) => id === 'edit.deleteHeal')).toMatchObject({ disabled: true });
    expect(items.find(({ id }) => id === 'edit.delete')).toMatchObject({ disabled: false });
  });

  test('is empty where there is none', () => {
    const me = someone(shopMap());
    me.editor.select([{ collection: 'personas', id: 'persona-of-ben' }]);
    expect(menuOf(registry, me.context(), t, vi.fn())).toEqual([]);
  });
});
