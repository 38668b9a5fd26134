import {
  type FocusEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TreeLine } from '../../editing/outline';
import { isFocusFree } from '../../controls/focus';

/** Which line of the tree the Tab key stops at, and how the keyboard comes to another. */
export interface TreeFocus {
  readonly active: TreeLine | undefined;
  /** Puts the keyboard on a line, in sight or not. */
  readonly focus: (line: TreeLine | undefined) => void;
  /** A line has got the keyboard. */
  readonly onLine: (line: TreeLine) => void;
  /** For the tree itself. */
  readonly handlers: {
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** Lines are known by their keys, so that edits never lose the keyboard. */
export function useTreeFocus(
  tree: RefObject<HTMLElement | null>,
  lines: readonly TreeLine[],
): TreeFocus {
  const [current, setCurrent] = useState<{ readonly key: string } | null>(null);
  /** Key of the line that gets the keyboard as soon as it is mounted. */
  const wished = useRef<string | null>(null);
  const place = useRef(0);
  /** The keyboard is in the tree, or was in a line that has just gone. */
  const isHeld = useRef(false);
  const found = lines.find(({ item }) => item.key === current?.key);

  function focus(line: TreeLine | undefined) {
    if (!line) return;
    wished.current = line.item.key;
    // A new object always renders, so that the wish is met.
    setCurrent({ key: line.item.key });
  }

  useLayoutEffect(() => {
    const key = wished.current;
    wished.current = null;
    if (key !== null) tree.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
  });

  useEffect(() => {
    if (found) place.current = lines.indexOf(found);
    // The line that had the keyboard is gone: who comes next in its place has it.
    else if (current && isHeld.current && isFocusFree())
      focus(lines[Math.min(place.current, lines.length - 1)]);
  });

  return {
    active: found ?? lines[0],
    focus,
    onLine: ({ item: { key } }) => setCurrent((before) => (before?.key === key ? before : { key })),
    handlers: {
      onFocus() {
        isHeld.current = true;
      },
      onBlur({ target, currentTarget, relatedTarget }) {
        // A line that is taken away loses the keyboard too, but nobody has gone elsewhere.
        if (target.isConnected && !currentTarget.contains(relatedTarget)) isHeld.current = false;
      },
    },
  };
}
