import { describe, expect, test } from 'vitest';
import { type KeyPress, matches, typesText } from '../../src/editing/keys';

/** What a browser reports of one press: the shortcut it means, the key, its place, and the modifiers that are held. */
type Line = readonly [means: string, key: string, code: string, held?: string, keyCode?: number];

const press = (key: string, code: string, held = '', keyCode?: number): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
  ...(keyCode !== undefined && { keyCode }),
});

/** Every shortcut with a letter or a character that the lines could be confused with. */
const SHORTCUTS = [
  ...['Mod+S', 'Mod+K', 'Mod+F', 'Mod+O', 'Mod+Z', 'Mod+A', 'Mod+/', 'Mod+,', 'Mod+=', 'Mod+-'],
  ...['Alt+Shift+S', 'Alt+Shift+L', 'Alt+Shift+W', 'Alt+Shift+Z', 'Alt+Shift+E', 'Alt+Shift+M'],
  ...['Alt+Digit1', 'Alt+Digit4', 'Shift+Digit1', 'Shift+F', 'Alt+Shift+Enter'],
  ...['S', 'F', 'H', 'N', 'C', 'M', 'Q', 'W', 'Z', 'A', '.', ',', '?'],
];

const meant = (one: KeyPress, apple: boolean) =>
  SHORTCUTS.filter((shortcut) => matches(one, shortcut, apple));

const ON_LINUX: Readonly<Record<string, readonly Line[]>> = {
  US: [
    ['Mod+S', 's', 'KeyS', 'ctrl'],
    ['Alt+Shift+S', 'S', 'KeyS', 'alt shift'],
    ['Alt+Digit1', '1', 'Digit1', 'alt'],
    ['Shift+Digit1', '!', 'Digit1', 'shift'],
    ['?', '?', 'Slash', 'shift'],
    ['.', '.', 'Period'],
  ],
  German: [
    ['Mod+Z', 'z', 'KeyY', 'ctrl'],
    ['Alt+Shift+Z', 'Z', 'KeyY', 'alt shift'],
    ['Mod+/', '/', 'Digit7', 'ctrl shift'],
    ['Mod+=', '=', 'Digit0', 'ctrl shift'],
    ['Mod+-', '-', 'Slash', 'ctrl'],
    ['?', '?', 'Minus', 'shift'],
  ],
  'French AZERTY': [
    ['Mod+A', 'a', 'KeyQ', 'ctrl'],
    ['Mod+Z', 'z', 'KeyW', 'ctrl'],
    ['Alt+Shift+W', 'W', 'KeyZ', 'alt shift'],
    ['Alt+Digit1', '&', 'Digit1', 'alt'],
    ['Shift+Digit1', '1', 'Digit1', 'shift'],
    ['M', 'm', 'Semicolon'],
    [',', ',', 'KeyM'],
    ['?', '?', 'KeyM', 'shift'],
    ['.', '.', 'Comma', 'shift'],
    ['Mod+-', '-', 'Digit6', 'ctrl'],
  ],
  'US Dvorak': [
    ['Mod+S', 's', 'Semicolon', 'ctrl'],
    ['Mod+,', ',', 'KeyW', 'ctrl'],
    ['.', '.', 'KeyE'],
    ['W', 'w', 'Comma'],
  ],
  Russian: [
    ['Mod+S', 'ы', 'KeyS', 'ctrl'],
    ['Mod+K', 'л', 'KeyK', 'ctrl'],
    ['Mod+F', 'а', 'KeyF', 'ctrl'],
    ['Mod+O', 'щ', 'KeyO', 'ctrl'],
    ['Mod+,', 'б', 'Comma', 'ctrl'],
    ['Alt+Shift+S', 'Ы', 'KeyS', 'alt shift'],
    ['Shift+F', 'А', 'KeyF', 'shift'],
    ['S', 'ы', 'KeyS'],
    ['.', 'ю', 'Period'],
    ['.', '.', 'Slash'],
    ['?', '?', 'Digit7', 'shift'],
    ['Mod+/', '/', 'Backslash', 'ctrl shift'],
    ['Alt+Digit4', '4', 'Digit4', 'alt'],
  ],
  Greek: [
    ['Mod+S', 'σ', 'KeyS', 'ctrl'],
    ['W', 'ς', 'KeyW'],
    ['Alt+Shift+L', 'Λ', 'KeyL', 'alt shift'],
    ['H', 'η', 'KeyH'],
  ],
  Hebrew: [
    ['Mod+S', 'ד', 'KeyS', 'ctrl'],
    ['Alt+Shift+S', 'S', 'KeyS', 'alt shift'],
    ['N', 'מ', 'KeyN'],
    [',', 'ת', 'Comma'],
    [',', ',', 'Quote'],
    ['.', '.', 'Slash'],
    ['Mod+/', '/', 'KeyQ', 'ctrl'],
  ],
  Arabic: [
    ['Mod+S', 'س', 'KeyS', 'ctrl'],
    ['.', 'ز', 'Period'],
    ['?', '؟', 'Slash', 'shift'],
  ],
  Thai: [
    ['H', '้', 'KeyH'],
    ['Mod+Z', 'ผ', 'KeyZ', 'ctrl'],
  ],
  'Japanese, kana typed directly': [
    ['S', 'と', 'KeyS'],
    ['Mod+S', 'と', 'KeyS', 'ctrl'],
  ],
  'Japanese, romaji': [['Mod+S', 's', 'KeyS', 'ctrl', 83]],
  Korean: [['Mod+S', 'ㄴ', 'KeyS', 'ctrl']],
};

const ON_MAC: Readonly<Record<string, readonly Line[]>> = {
  US: [
    ['Mod+S', 's', 'KeyS', 'meta'],
    ['Alt+Shift+S', 'Í', 'KeyS', 'alt shift'],
    ['Alt+Shift+L', 'Ò', 'KeyL', 'alt shift', 76],
    ['Alt+Shift+E', 'Dead', 'KeyE', 'alt shift', 69],
    ['Alt+Digit1', '¡', 'Digit1', 'alt'],
    ['Alt+Shift+Enter', 'Enter', 'Enter', 'alt shift', 13],
  ],
  German: [
    ['Mod+Z', 'z', 'KeyY', 'meta'],
    ['Alt+Shift+L', 'ﬂ', 'KeyL', 'alt shift'],
    ['Alt+Shift+Z', 'ˇ', 'KeyY', 'alt shift', 90],
    ['Alt+Digit4', '¢', 'Digit4', 'alt'],
  ],
  'French AZERTY': [
    ['Alt+Shift+W', 'Å', 'KeyZ', 'alt shift', 87],
    ['Alt+Shift+L', '|', 'KeyL', 'alt shift', 220],
    ['Alt+Shift+S', 'Í', 'KeyS', 'alt shift'],
    ['Alt+Digit1', '\uf8ff', 'Digit1', 'alt'],
  ],
  Russian: [
    ['Mod+K', 'л', 'KeyK', 'meta'],
    ['Alt+Shift+S', 'Ы', 'KeyS', 'alt shift'],
    ['Alt+Shift+M', '˜', 'KeyM', 'alt shift'],
  ],
  Greek: [['Alt+Shift+S', '΅', 'KeyS', 'alt shift']],
  Hebrew: [
    ['Mod+F', 'כ', 'KeyF', 'meta'],
    ['Alt+Shift+W', 'ׂ', 'KeyW', 'alt shift'],
  ],
  'Japanese, romaji': [['Alt+Shift+S', 'Í', 'KeyS', 'alt shift']],
};

describe.each([
  ['Linux', ON_LINUX, false],
  ['a Mac', ON_MAC, true],
] as const)('a key press on %s means the one shortcut people mean', (_system, layouts, apple) => {
  test.each(Object.entries(layouts))('on the layout %s', (_layout, lines) => {
    for (const [means, ...event] of lines) {
      expect(meant(press(...event), apple), event.join(' ')).toEqual([means]);
    }
  });
});

test('a character that a Latin layout types where another has a letter is no letter', () => {
  for (const [key, code] of [
    [';', 'KeyZ'],
    ["'", 'KeyQ'],
    ['é', 'Digit2'],
    ['ß', 'Minus'],
    ['ı', 'KeyI'],
    ['€', 'KeyE'],
    ['§', 'Slash'],
  ] as const) {
    expect(meant(press(key, code), false), key).toEqual([]);
  }
});

test('a key the input method has taken means no shortcut', () => {
  expect(meant(press('Process', 'KeyS', '', 229), false)).toEqual([]);
});

describe('a key that puts a character into a field', () => {
  test('is one with Option on a Mac, dead or not, but not with Command or Control', () => {
    for (const key of ['¡', 'Í', '[', 'Dead', 'Ы', 's']) {
      expect(typesText(press(key, '', 'alt'), true), key).toBe(true);
    }
    expect(typesText(press('s', 'KeyS', 'meta'), true)).toBe(false);
    expect(typesText(press('y', 'KeyY', 'ctrl'), true)).toBe(false);
  });

  test('is none with Alt or Ctrl elsewhere, but one with AltGr, which Windows reports as both', () => {
    expect(typesText(press('1', 'Digit1', 'alt'), false)).toBe(false);
    expect(typesText(press('s', 'KeyS', 'ctrl'), false)).toBe(false);
    expect(typesText(press('@', 'KeyQ', 'ctrl alt'), false)).toBe(true);
    expect(typesText(press('€', 'KeyE'), false)).toBe(true);
  });

  test('is none with a name', () => {
    for (const key of ['Enter', 'F2', 'F6', 'ArrowLeft', 'Escape']) {
      expect(typesText(press(key, key, 'alt'), true), key).toBe(false);
    }
  });
});
