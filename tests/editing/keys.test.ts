import { describe, expect, test } from 'vitest';
import { collide, isSingleKey, matches, partsOfShortcut } from '../../src/editing/keys';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrl' | 'meta' | 'shift' | 'alt', true>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  shiftKey: modifiers.shift ?? false,
  altKey: modifiers.alt ?? false,
});

describe('a shortcut', () => {
  test('means Cmd on Apple and Ctrl elsewhere by Mod', () => {
    expect(matches(press('z', { meta: true }), 'Mod+Z', true)).toBe(true);
    expect(matches(press('z', { ctrl: true }), 'Mod+Z', true)).toBe(false);
    expect(matches(press('z', { ctrl: true }), 'Mod+Z', false)).toBe(true);
  });

  test('is not met with a modifier too many', () => {
    expect(matches(press('Z', { ctrl: true, shift: true }), 'Mod+Z', false)).toBe(false);
    expect(matches(press('h', { alt: true }), 'H', false)).toBe(false);
  });

  test('on a digit goes by the place of the key, whatever Shift types there', () => {
    expect(matches(press('!', { shift: true }, 'Digit1'), 'Shift+Digit1', false)).toBe(true);
  });

  test('on a symbol is met with and without Shift, for every keyboard', () => {
    expect(matches(press('?', { shift: true }), '?', false)).toBe(true);
    expect(matches(press('+', { ctrl: true }), 'Mod++', false)).toBe(true);
  });

  test('is written in parts', () => {
    expect(partsOfShortcut('Mod+Shift+Z')).toEqual(['Mod', 'Shift', 'Z']);
    expect(partsOfShortcut('Mod++')).toEqual(['Mod', '+']);
  });

  test('collides with another that one key press could mean on some platform', () => {
    expect(collide('Mod+Y', 'Ctrl+Y')).toBe(true);
    expect(collide('Mod+Y', 'Mod+Shift+Y')).toBe(false);
  });

  test('needs exactly the modifiers it names, Alt and Ctrl too', () => {
    expect(matches(press('x', { alt: true }), 'Alt+X', false)).toBe(true);
    expect(matches(press('x'), 'Alt+X', false)).toBe(false);
    expect(matches(press('y', { ctrl: true }), 'Ctrl+Y', true)).toBe(true);
    expect(matches(press('y', { meta: true }), 'Ctrl+Y', true)).toBe(false);
    expect(matches(press('y', { ctrl: true, meta: true }), 'Ctrl+Y', true)).toBe(false);
    expect(matches(press('x', { shift: true }), 'Shift+X', false)).toBe(true);
    expect(matches(press('x'), 'Shift+X', false)).toBe(false);
    expect(matches(press('b'), 'X', false)).toBe(false);
  });

  test('on a digit needs its place, its Shift and its modifiers', () => {
    expect(matches(press('1', {}, 'Digit1'), 'Shift+Digit1', false)).toBe(false);
    expect(matches(press('1', { shift: true }, 'Digit2'), 'Shift+Digit1', false)).toBe(false);
    expect(matches(press('1', { alt: true }, 'Digit1'), 'Alt+Digit1', false)).toBe(true);
    expect(matches(press('1', { alt: true, shift: true }, 'Digit1'), 'Alt+Digit1', false)).toBe(
      false,
    );
  });

  test('on a named key goes by its name, and Space by what it types', () => {
    expect(matches(press('ArrowUp'), 'ArrowUp', false)).toBe(true);
    expect(matches(press('ArrowUp', { shift: true }), 'ArrowUp', false)).toBe(false);
    expect(matches(press(' '), 'Space', false)).toBe(true);
    expect(matches(press('+'), '+', false)).toBe(true);
    expect(matches(press('.'), ',', false)).toBe(false);
  });

  test('is written in parts whatever its key is', () => {
    expect(partsOfShortcut('+')).toEqual(['+']);
    expect(partsOfShortcut('F2')).toEqual(['F2']);
    expect(partsOfShortcut('Mod+=')).toEqual(['Mod', '=']);
  });

  test('collides with itself, whatever the case, and with nothing of other modifiers', () => {
    expect(collide('Mod+Y', 'Mod+y')).toBe(true);
    expect(collide('Y', 'Z')).toBe(false);
    for (const other of ['Y', 'Alt+Y', 'Shift+Y', 'Mod+Alt+Y']) {
      expect(collide('Mod+Y', other)).toBe(false);
      expect(collide('Ctrl+Y', other)).toBe(false);
    }
    expect(collide('Alt+Y', 'Shift+Y')).toBe(false);
  });
});

describe('a single key', () => {
  test('is a letter, a digit or a sign without Ctrl, Alt or Cmd; Shift makes no difference', () => {
    expect(
      [press('s'), press('S', { shift: true }), press('?'), press('1')].every(isSingleKey),
    ).toBe(true);
    const others = [
      press('s', { ctrl: true }),
      press('s', { meta: true }),
      press('s', { alt: true }),
    ];
    const named = [press(' '), press('Enter'), press('F2'), press('ArrowUp'), press('Delete')];
    expect([...others, ...named].some(isSingleKey)).toBe(false);
  });
});
