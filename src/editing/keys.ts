/** The part of a keyboard event that a shortcut is matched against. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * A shortcut as text: modifiers `Mod` (Cmd on Apple, Ctrl elsewhere), `Ctrl`, `Shift`, `Alt`, then
 * one key: a letter, a named key (`ArrowUp`, `Enter`, `F2`), a character (`?`, `+`), or `Digit1`,
 * which is matched by its place on the keyboard because Shift changes its character.
 */
export type Shortcut = string;

interface Parsed {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

const MODIFIERS = new Set(['Mod', 'Ctrl', 'Shift', 'Alt']);

/** The parts of a shortcut in writing order, e.g. `['Mod', 'Shift', 'Z']`. */
export function partsOf(shortcut: Shortcut): string[] {
  return shortcut === '+'
    ? ['+']
    : shortcut
        .replace(/\+\+$/, '+Plus')
        .split('+')
        .map((part) => (part === 'Plus' ? '+' : part));
}

function parse(shortcut: Shortcut): Parsed {
  const parts = partsOf(shortcut);
  const modifiers = new Set(parts.filter((part) => MODIFIERS.has(part)));
  return {
    mod: modifiers.has('Mod'),
    ctrl: modifiers.has('Ctrl'),
    shift: modifiers.has('Shift'),
    alt: modifiers.has('Alt'),
    key: parts.at(-1) ?? '',
  };
}

/** Does the key press mean the shortcut on this platform? */
export function matches(press: KeyPress, shortcut: Shortcut, apple: boolean): boolean {
  const { mod, ctrl, shift, alt, key } = parse(shortcut);
  const wantsCtrl = ctrl || (mod && !apple);
  const wantsMeta = mod && apple;
  if (press.ctrlKey !== wantsCtrl || press.metaKey !== wantsMeta || press.altKey !== alt)
    return false;
  if (key.startsWith('Digit')) return press.shiftKey === shift && press.code === key;
  // Characters such as ? and + are typed with Shift on some keyboards and without on others.
  const isSymbol = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSymbol && press.shiftKey !== shift) return false;
  return press.key.toLowerCase() === key.toLowerCase() || (key === 'Space' && press.key === ' ');
}

/** Two shortcuts that one key press could mean; a registry must have none in one context. */
export function collide(a: Shortcut, b: Shortcut): boolean {
  return [true, false].some((apple) => canonical(a, apple) === canonical(b, apple));
}

function canonical(shortcut: Shortcut, apple: boolean): string {
  const { mod, ctrl, shift, alt, key } = parse(shortcut);
  const meta = mod && apple;
  const control = ctrl || (mod && !apple);
  return [meta, control, shift, alt].map(Number).join('') + key.toLowerCase();
}
