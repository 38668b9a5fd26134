import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../support/commands';
import type { MenuName } from '../../../src/editing/commands/command';
import { createRegistry, firstCollision } from '../../../src/editing/commands/registry';
import messages from '../../../src/language/messages/en.json';
import { KEYMAP, MENUS } from './keymap';

describe('the commands', () => {
  test('make a registry: no two share an id', () => {
    expect(() => createRegistry(COMMANDS)).not.toThrow();
  });

  test('never mean two things with one key press', () => {
    expect(firstCollision(COMMANDS)).toBeNull();
  });

  test('each have their own title', () => {
    for (const { id, title } of COMMANDS) {
      expect(title).toBe(`command.${id}`);
      expect(messages[title]).toBeTruthy();
    }
  });

  test('keep letters, Tab and Enter to the canvas', () => {
    const plain = /^(Shift\+)?([A-Z]|Tab|Enter|Delete|Backspace|Arrow\w+)$/;
    for (const { id, keys = [], onCanvas = false } of COMMANDS) {
      if (keys.some((key) => plain.test(key)))
        expect({ id, onCanvas }).toEqual({ id, onCanvas: true });
    }
  });

  test('have the keys people have learned', () => {
    const keys = COMMANDS.flatMap(({ id, keys: own }) => (own ? [[id, own] as const] : []));
    expect(Object.fromEntries(keys)).toEqual(KEYMAP);
  });

  test('stand in the menus where people look for them', () => {
    const registry = createRegistry(COMMANDS);
    for (const [menu, ids] of Object.entries(MENUS)) {
      expect(registry.inMenu(menu as MenuName).map(({ id }) => id)).toEqual(ids);
    }
    const listed = COMMANDS.flatMap(({ menus = [] }) => menus);
    expect(new Set(listed)).toEqual(new Set(Object.keys(MENUS)));
  });

  test('belong to the group their id begins with', () => {
    for (const { id, group } of COMMANDS) expect(id.split('.')[0]).toBe(group);
  });

  test('repeat while a key is held only where that goes on from where it was', () => {
    const repeating = COMMANDS.filter(({ repeats }) => repeats).map(({ id }) => id);
    expect(repeating.toSorted()).toEqual(
      [
        'edit.undo',
        'edit.redo',
        ...COMMANDS.filter(({ id }) => /^move\.(far\.)?(left|right|up|down)$/.test(id)).map(
          ({ id }) => id,
        ),
        'run.replay.keep',
        'run.replay.next',
        'run.replay.previous',
        'run.replay.reset',
        'select.back',
        'select.forward',
        'select.next',
        'select.nextTransition',
        'select.previous',
        'select.previousTransition',
        'view.zoomIn',
        'view.zoomOut',
      ].toSorted(),
    );
  });

  test('leave the clipboard keys to the browser, which alone may read it', () => {
    const left = COMMANDS.filter(({ byBrowser }) => byBrowser).map(({ id }) => id);
    expect(left).toEqual(['edit.cut', 'edit.copy', 'edit.paste']);
  });

  test('work in a text field where their keys mean nothing there', () => {
    const working = COMMANDS.filter(({ inTextFields }) => inTextFields).map(({ id }) => id);
    const groups = /^(file|help\.(palette|find)|run\.(simulate|walk|runs|replay$))/;
    const views = /^view\.(part|show|present|panel)/;
    const expected = COMMANDS.filter(({ id }) => groups.test(id) || views.test(id));
    expect(working).toEqual(expected.map(({ id }) => id));
  });

  test('of arrows, letters and signs that only mean something on the canvas are kept to it', () => {
    const kept = COMMANDS.filter(({ onCanvas }) => onCanvas).map(({ id }) => id);
    const exceptions =
      /^(select\.(all|none)|move\.toStage|edit\.(undo|redo|color|cut|copy|paste|duplicate|reverse)|insert\.(personas|segments|campaigns|kpis))$/;
    const groups =
      /^(insert|edit|select|move)\.|^view\.(select|hand|filter|unfilter)$|^run\.replay\./;
    const expected = COMMANDS.filter(({ id }) => groups.test(id) && !exceptions.test(id));
    expect(kept).toEqual(expected.map(({ id }) => id));
  });
});
