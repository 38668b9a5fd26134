import { partsOfShortcut } from '../editing';
import type { Say } from '../language';

const APPLE: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: 'esc',
  Backspace: '⌫',
  Delete: '⌦',
  Home: '↖',
  End: '↘',
};

const OTHERS: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
};

const BOTH: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

/** Keys with a word on them, which keyboards of each language print in their own. */
const WORDS = ['Ctrl', 'Delete', 'End', 'Home', 'Shift', 'Space'] as const;

/** Is a press of the shortcut a letter, a digit or another sign, with nothing held but Shift? See `isSingleKey`. */
export function isOfSingleKey(shortcut: string): boolean {
  const parts = partsOfShortcut(shortcut);
  const key = parts.at(-1) ?? '';
  const isHeld = parts.some((part) => ['Mod', 'Ctrl', 'Alt'].includes(part));
  return !isHeld && (key.length === 1 || key.startsWith('Digit'));
}

/** What stands on the keys of a shortcut such as `Mod+Shift+Z`, on keyboards of the reader's language. */
export function keyNames(keys: string, apple: boolean, t: Say): string[] {
  const names = apple ? APPLE : OTHERS;
  return partsOfShortcut(keys).map((part) => {
    const key = part === 'Mod' && !apple ? 'Ctrl' : part.replace(/^Digit/, '');
    const known = names[key] ?? BOTH[key];
    if (known !== undefined) return known;
    const word = WORDS.find((each) => each === key);
    if (word) return t(`key.${word}`);
    return key.length === 1 ? key.toUpperCase() : key;
  });
}
