import type { MessageId } from '../language';
import type { JourneyMap, Target } from '../map/schema';
import type { OpenedMap } from '../storage';
import type { Announcement } from './announcement';
import type { History } from './history';
import type { SaveState } from './journalSync';
import { NOTHING, type Selection } from './selection';

/** Where a name is typed: in the view that is shown, or in a panel beside it. */
export type RenamePlace = 'view' | 'outline' | 'inspector';

/** A record whose name is being typed. */
export interface Renaming extends Target {
  /** Only there is it typed, though others show the record too. */
  readonly at: RenamePlace;
  /** It has just been made, and this is its first name. */
  readonly made?: Made;
}

/** How something whose first name is typed was made. */
export interface Made {
  /** What the step is called. */
  readonly label: MessageId;
  /** The map right after it. */
  readonly map: JourneyMap;
  /** The record after which it was made in passing: it goes again if it gets no name. */
  readonly after?: Target;
}

/** What views read of the open document. */
export interface EditorState {
  readonly map: JourneyMap;
  readonly selection: Selection;
  readonly renaming: Renaming | null;
  /** Labels of the next undo and redo; null = nothing to undo or redo. */
  readonly canUndo: MessageId | null;
  readonly canRedo: MessageId | null;
  readonly saving: SaveState;
  /** The map was deleted elsewhere; what is on screen can still be saved to a file. */
  readonly gone: boolean;
  readonly announcement: Announcement | null;
}

/** The state of a map that has just been opened. */
export function openedState({ map, durable }: OpenedMap, history: History): EditorState {
  return {
    map,
    selection: NOTHING,
    renaming: null,
    ...labels(history),
    saving: durable ? 'saved' : 'memory',
    gone: false,
    announcement: null,
  };
}

/** What the next undo and redo are called. */
export function labels(history: History): Pick<EditorState, 'canUndo' | 'canRedo'> {
  return {
    canUndo: history.done.at(-1)?.label ?? null,
    canRedo: history.undone.at(-1)?.label ?? null,
  };
}
