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

/** True where the command key is the modifier. */
export function onApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
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
