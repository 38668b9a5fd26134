import { partsOfShortcut } from '../editing';

const APPLE: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: 'esc',
  Backspace: '⌫',
  Delete: '⌦',
};

const OTHERS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
};

const BOTH: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

/** True where the command key is the modifier. */
export function onApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** What stands on the keys of a shortcut such as `Mod+Shift+Z`. */
export function keyNames(keys: string, apple: boolean): string[] {
  const names = apple ? APPLE : OTHERS;
  return partsOfShortcut(keys).map((part) => {
    const key = part.replace(/^Digit/, '');
    return names[key] ?? BOTH[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}
