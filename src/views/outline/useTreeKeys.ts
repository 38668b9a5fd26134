import type { KeyboardEvent } from 'react';
import type { TreeLine } from '../../editing/outline';
import type { Target } from '../../map/schema';
import type { OutlineCommands } from './useOutlineCommands';
import type { TreeFocus } from './useTreeFocus';
import type { TreeLines } from './useTreeLines';

/** The keys of a line: arrows move and open, Enter selects, the others are the canvas's commands. */
export function useTreeKeys(
  { lines, isShown, turn }: TreeLines,
  focus: TreeFocus['focus'],
  choose: (target: Target | null) => void,
  onCommandKey: OutlineCommands['onKey'],
): (event: KeyboardEvent, line: TreeLine) => void {
  function onPlainKey(key: string, line: TreeLine): boolean {
    const index = lines.indexOf(line);
    const { item, parent } = line;
    const act = {
      ArrowDown: () => focus(lines[index + 1]),
      ArrowUp: () => focus(lines[index - 1]),
      Home: () => focus(lines[0]),
      End: () => focus(lines.at(-1)),
      ArrowRight: () => (isShown(item) ? focus(lines[index + 1]) : item.children[0] && turn(item)),
      ArrowLeft: () => (isShown(item) ? turn(item) : focus(parent ?? undefined)),
      Enter: () => choose(item.target),
      ' ': () => choose(item.target),
    }[key];
    act?.();
    return act !== undefined;
  }

  return (event, line) => {
    if (event.target !== event.currentTarget) return;
    const { target } = line.item;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const goes = isPlain && onPlainKey(event.key, line);
    if (!goes && !(target && onCommandKey(event, target))) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
