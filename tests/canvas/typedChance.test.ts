import { describe, expect, test } from 'vitest';
import { begun, goneOn } from '../../src/canvas/chance/typedChance';

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean } = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const chance = { transition: 'click', text: '4', isEntered: false };
const text = (key: string) => goneOn(chance, press(key), false)?.text;

describe('a chance that is typed on the canvas', () => {
  test('begins with a digit of any script or the sign before a fraction, and with nothing else', () => {
    expect(begun('click', press('4'), false)).toEqual(chance);
    expect(['٤', '.', ','].map((key) => begun('click', press(key), false)?.text)).toEqual([
      '٤',
      '.',
      ',',
    ]);
    expect(['a', '-', 'Enter'].map((key) => begun('click', press(key), false))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('does not begin with a digit that is part of a shortcut', () => {
    expect(begun('click', press('4', { ctrlKey: true }), false)).toBeUndefined();
    expect(begun('click', press('4', { metaKey: true }), true)).toBeUndefined();
  });

  test('goes on before its box has come: letters, a step back, taken and given up', () => {
    expect(text('2')).toBe('42');
    expect(text('%')).toBe('4%');
    expect(text('Backspace')).toBe('');
    expect(goneOn(chance, press('Enter'), false)).toEqual({ ...chance, isEntered: true });
    expect(goneOn(chance, press('Escape'), false)).toBeNull();
  });

  test('leaves other keys to whom they belong', () => {
    expect(goneOn(chance, press('ArrowLeft'), false)).toBeUndefined();
    expect(goneOn(chance, press('z', { ctrlKey: true }), false)).toBeUndefined();
  });
});
