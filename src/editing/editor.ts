import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageId } from '../language';
import { applyEdit, type Edit, EditRefused, type MapPatch } from '../map/edits';
import type { JourneyMap, Target } from '../map/schema';
import type { EntryKind, OpenedMap } from '../storage';
import { type Announcement, announcementOfUndo, type Offer } from './announcement';
import { createAnnouncer } from './announcer';
import { consequencesOf, type Said } from './consequences';
import { type EditorState, labels, type Made, openedState, type RenamePlace } from './editorState';
import {
  recordStep,
  redone,
  resumeHistory,
  revert,
  settle,
  type Step,
  stepFrom,
  touchedRecords,
  undone,
} from './history';
import type { Keeper } from './journalSync';
import { createSaver } from './saver';
import { existing, type Selection } from './selection';
import { currentMap } from './timeline';

/** How an edit is taken: its gesture, what is selected after it, and what is said of it. */
export interface EditOptions {
  /** Edits of one drag, one burst of keys or one field being typed share it: one undo step. */
  readonly gesture?: string;
  /** What is selected afterwards; undefined leaves the selection. */
  readonly select?: Selection;
  /** The records it is about: whatever else it changes is said on screen, with *Undo*. */
  readonly asked?: Selection;
  /** Said when it is done. */
  readonly said?: Said;
  /** What can be done about it besides undoing it. */
  readonly offer?: Offer;
}

/** The open document: every change of the map goes through `edit`. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  /** Makes the edit, or announces why it was refused; returns whether the map changed. */
  edit(label: MessageId, edit: Edit, options?: EditOptions): boolean;
  /** Ends the current gesture: the next edit is an undo step of its own. */
  settle(): void;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  /**
   * Has a name typed at a place (the view where nothing else is said); null ends it. What is new is made by
   * `makeNamed`, which says so.
   */
  rename(target: Target | null, at?: RenamePlace, made?: Made): void;
  announce(id: MessageId, values?: Announcement['values'], urgent?: boolean): void;
  /** Says what stands in the way of something, and offers what can be done about it. */
  offer(id: MessageId, values: Announcement['values'], offer: Offer): void;
  /** Resolves when everything is on disk, or rejects with what is in the way. */
  flush(): Promise<void>;
  /** The page goes away: writes what waits in one synchronous call. */
  leave(): void;
  /** Ends the editor: passes pending edits to storage and stops listening. */
  close(): void;
}

/** Opens an editor on a map that storage has read; `keeper` keeps what changes. */
export function createEditor(opened: OpenedMap, keeper: Keeper): Editor {
  let history = resumeHistory(opened);
  const gestureOf = createGestures();

  const store = createStore<EditorState>(() => openedState(opened, history));
  const { announce, offer, report, say } = createAnnouncer((announcement) => {
    store.setState({ announcement });
  });

  const saver = createSaver(
    opened.map.id,
    { head: opened.head, confirmed: opened.map, pending: [] },
    keeper,
    {
      changed: (timeline) => {
        show(currentMap(timeline));
      },
      setAside: (count) => {
        announce('editing.setAside', { count }, true);
      },
      gone: () => store.setState({ gone: true }),
      state: (saving) => store.setState({ saving }),
    },
  );

  function show(map: JourneyMap, selection = store.getState().selection): void {
    const { renaming } = store.getState();
    const isThere = renaming !== null && Object.hasOwn(map[renaming.collection], renaming.id);
    store.setState({
      map,
      selection: existing(selection, map),
      renaming: isThere ? renaming : null,
      ...labels(history),
    });
  }

  function keep(kind: EntryKind, step: Step, lazy = false): void {
    saver.add(entryOf(kind, step), lazy);
  }

  function travel(step: Step | undefined, kind: 'undo' | 'redo'): void {
    if (!step) return;
    const { map } = store.getState();
    const { change, back, skipped } = revert(map, step);
    history = kind === 'undo' ? undone(history, back) : redone(history, back);
    if (change.patches.length > 0) keep(kind, back);
    const touched = touchedRecords(change.patches);
    show(change.map, touched.length > 0 ? touched : undefined);
    if (skipped > 0) announce('editing.skipped', { count: skipped }, true);
    else say(announcementOfUndo(kind, step.label, change.patches, change.map));
  }

  return {
    store,
    edit(label, edit, options = {}) {
      const before = store.getState().map;
      try {
        const { map, patches, inverse } = applyEdit(before, edit);
        if (patches.length > 0) {
          const gesture = gestureOf(options.gesture, history.open);
          const step = stepFrom(label, gesture, patches, inverse, map);
          history = recordStep(history, step, map);
          keep('edit', step, options.gesture !== undefined);
        }
        show(map, options.select);
        if (patches.length > 0) report(label, moreDone(before, map, patches, options), options);
        return patches.length > 0;
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error;
        announce('editing.refused', { reason: error.message }, true);
        return false;
      }
    },
    settle() {
      history = settle(history);
      saver.flush().catch(() => undefined);
    },
    undo() {
      travel(history.done.at(-1), 'undo');
    },
    redo() {
      travel(history.undone.at(-1), 'redo');
    },
    select(selection) {
      store.setState({ selection });
    },
    rename(target, at = 'view', made) {
      store.setState({ renaming: target && { ...target, at, ...(made && { made }) } });
    },
    announce,
    offer,
    flush: () => saver.flush(),
    leave: () => {
      saver.leave();
    },
    close: () => {
      saver.close();
    },
  };
}

/** Ids of gestures: the same key means the same one only until another edit or `settle` comes between. */
function createGestures() {
  let last: { key: string | undefined; id: string } = { key: undefined, id: '' };
  return (key: string | undefined, isOpen: boolean): string => {
    const goesOn = key !== undefined && isOpen && last.key === key;
    if (!goesOn) last = { key, id: crypto.randomUUID() };
    return last.id;
  };
}

/** A step as storage keeps it. */
function entryOf(kind: EntryKind, { label, gesture, patches, inverse }: Step) {
  const id = crypto.randomUUID();
  return { id, gesture, kind, label, patches: [...patches], inverse: [...inverse] };
}

/** What an edit changed besides the records it is about. */
function moreDone(
  before: JourneyMap,
  map: JourneyMap,
  patches: readonly MapPatch[],
  { asked }: EditOptions,
): readonly Said[] {
  // A word being typed takes nothing away: nothing has to be looked for.
  const mayTell = asked !== undefined || patches.some(takesAway);
  return mayTell ? consequencesOf(before, map, asked ?? null) : [];
}

/** Does a patch remove a record, or replace a whole table? */
function takesAway({ op, path }: MapPatch): boolean {
  return path.length === 1 || (path.length === 2 && op === 'remove');
}
