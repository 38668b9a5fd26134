/** The part of a keyboard event that a shortcut is matched against. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Deprecated, and yet the only word of what a letter key types without Option on a Mac. */
  readonly keyCode?: number;
}

/**
 * A shortcut as text: modifiers `Mod` (Cmd on Apple, Ctrl elsewhere), `Ctrl`, `Shift`, `Alt`, then
 * one key: a letter, a named key (`ArrowUp`, `Enter`, `F2`), a character (`?`, `+`), or `Digit1`,
 * which is matched by its place on the keyboard because Shift changes its character. Letters and characters go by
 * what the key types, or by its place where that is no Latin letter; see {@link meantKey}.
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
export function partsOfShortcut(shortcut: Shortcut): string[] {
  return shortcut === '+'
    ? ['+']
    : shortcut
        .replace(/\+\+$/, '+Plus')
        .split('+')
        .map((part) => (part === 'Plus' ? '+' : part));
}

/** Shortcuts are few, and each key press asks all of them. */
const parsed = new Map<Shortcut, Parsed>();

function parse(shortcut: Shortcut): Parsed {
  const known = parsed.get(shortcut);
  if (known) return known;
  const read = readShortcut(shortcut);
  parsed.set(shortcut, read);
  return read;
}

function readShortcut(shortcut: Shortcut): Parsed {
  const parts = partsOfShortcut(shortcut);
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
  const meant = meantKey(press, apple);
  return meant.toLowerCase() === key.toLowerCase() || (key === 'Space' && meant === ' ');
}

/** A letter, a vowel sign or the question mark of another script than the Latin one. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})[\p{L}\p{M}؟]/u;

/** What the key at that place types on a US keyboard, if shortcuts need it and other scripts have a letter there. */
function atPlace(code: string, shiftKey: boolean): string | undefined {
  if (code.startsWith('Key')) return code.slice(3);
  return { Comma: ',', Period: '.', Slash: shiftKey ? '?' : '/' }[code];
}

/**
 * The key a person means. On a Russian, Greek or Hebrew layout that is the place of the key, as the letters of
 * shortcuts are printed there, too. With Option a Mac reports the character that is typed (`Í` for ⌥⇧S): the key code
 * gives the letter where the layout has it, and else its place does.
 */
function meantKey({ key, code, shiftKey, altKey, keyCode = 0 }: KeyPress, apple: boolean): string {
  const byOption = apple && altKey;
  if (byOption && keyCode >= 65 && keyCode <= 90) return String.fromCharCode(keyCode);
  return byOption || OTHER_SCRIPT.test(key) ? (atPlace(code, shiftKey) ?? key) : key;
}

/**
 * Does the press put a character into the field that has the focus? Option types on Apple, AltGr elsewhere, which
 * Windows reports as Ctrl and Alt.
 */
export function typesText(press: KeyPress, apple: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = press;
  const isCharacter = key.length === 1 || key === 'Dead' || /[^ -~]/.test(key);
  return isCharacter && !metaKey && (apple ? !ctrlKey : ctrlKey === altKey);
}

/** Is the press a letter, a digit or another sign, with nothing held but Shift? The space bar is none. */
export function isSingleKey({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
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
