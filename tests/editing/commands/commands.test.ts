import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../support/commands';
import { createRegistry, firstCollision } from '../../../src/editing/commands/registry';
import messages from '../../../src/language/messages/en.json';

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

  test('cover what people know from other tools', () => {
    const known = {
      'Mod+D': 'edit.duplicate',
      F2: 'edit.rename',
      'Shift+Digit1': 'view.fit',
      H: 'view.hand',
      'Mod+K': 'help.palette',
      '?': 'help.shortcuts',
    };
    for (const [key, id] of Object.entries(known)) {
      expect(COMMANDS.find(({ keys }) => keys?.includes(key))?.id).toBe(id);
    }
  });
});
