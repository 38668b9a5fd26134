import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Target } from '../../map/schema';
import { isComposing } from '../../controls/typing';
import { useEditor, useRunCommand } from '../session';
import type { CellPlace } from './TableContext';
import { type Grid, HEADS, LANE_HEAD } from './useGrid';
import type { LaneTools } from './useLanes';
import type { TableActions } from './useTableActions';

/** Keys have come to rest when none came for this long, in milliseconds. */
const REST = 120;

/** The keys of the table: arrows move, Enter opens, Delete clears, Alt+Shift+arrow carries. */
export function useTableKeys(
  grid: Grid,
  { rowAt, targetAt, begin, clear }: TableActions,
  lanes: LaneTools,
): (event: KeyboardEvent<HTMLElement>) => void {
  const editor = useEditor();
  const run = useRunCommand();
  const { actions, active } = grid;
  const following = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(following.current), []);

  function move(target: Target, by: -1 | 1) {
    editor.select([target]);
    run(by === -1 ? 'move.earlier' : 'move.later');
  }

  /** Alt+Shift+arrow carries what has the focus: a touchpoint, a stage, a lane. */
  function carry(key: string): boolean {
    const across = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
    const down = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    const target = targetAt(active);
    if (active.column === LANE_HEAD) {
      const row = rowAt(active);
      if (!row || down === null) return false;
      lanes.move(row.lane, down);
      actions.focus(active);
      return true;
    }
    if (across === null || !target) return false;
    move(target, across);
    actions.focus(target.collection === 'touchpoints' ? { row: HEADS, column: target.id } : active);
    return true;
  }

  /** The selection follows once the keys rest: showing every record a held key passes would hold it up. */
  function goTo(place: CellPlace, delay: number) {
    actions.focus(place);
    const target = targetAt(place);
    clearTimeout(following.current);
    following.current = setTimeout(() => {
      if (target) editor.select([target]);
    }, delay);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, altKey, shiftKey, currentTarget } = event;
    const isMod = event.ctrlKey || event.metaKey;
    // Menus open elsewhere in the page; their keys only pass through here in React's tree.
    if (!(event.target instanceof Element) || !currentTarget.contains(event.target)) return;
    if (!event.target.matches('[data-row]')) {
      if (key !== 'Escape' || isComposing(event)) return;
      actions.focus(active);
    } else if (altKey) {
      if (!shiftKey || isMod || !carry(key)) return;
    } else if ((key === 'Enter' || key === 'F2') && !isMod && !shiftKey) begin(active);
    else if (key === ' ') goTo(active, 0);
    else if ((key === 'Delete' || key === 'Backspace') && !isMod && !shiftKey) clear(active);
    else {
      const place = shiftKey ? null : grid.toward(key, isMod);
      if (!place) return;
      goTo(place, REST);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return onKeyDown;
}
