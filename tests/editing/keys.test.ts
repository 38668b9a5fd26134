import { describe, expect, test } from 'vitest';
import { collide, matches, partsOf } from '../../src/editing/keys';

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
    expect(partsOf('Mod+Shift+Z')).toEqual(['Mod', 'Shift', 'Z']);
    expect(partsOf('Mod++')).toEqual(['Mod', '+']);
  });

  test('collides with another that one key press could mean on some platform', () => {
    expect(collide('Mod+Y', 'Ctrl+Y')).toBe(true);
    expect(collide('Mod+Y', 'Mod+Shift+Y')).toBe(false);
  });
});
