import { createStore, type StoreApi } from 'zustand/vanilla';
import { type SavedView } from '../map/schema';
import { type Editor } from './editor';

export type Filter = SavedView['filter'];

/** How a user sees an open map: theirs alone, and no part of the map unless they save it as a view. */
export interface Look {
  /** What is asked for; the rest dims. An empty one filters nothing. */
  readonly filter: Filter;
  readonly isFilterOpen: boolean;
  /** Stages drawn as their summary. */
  readonly folded: ReadonlySet<string>;
  /** How the personas feel is drawn below the journey. */
  readonly emotions: boolean;
  readonly isPresenting: boolean;
}

export const NO_FILTER: Filter = {
  personas: {},
  segments: {},
  campaigns: {},
  channels: [],
  owners: [],
  evidence: [],
};

const looks = new WeakMap<Editor, StoreApi<Look>>();

/** The look of an open map: the same for as long as it is open. */
export function lookOf(editor: Editor): StoreApi<Look> {
  const known = looks.get(editor);
  if (known) return known;
  const made = createStore<Look>(() => ({
    filter: NO_FILTER,
    isFilterOpen: false,
    folded: new Set<string>(),
    emotions: true,
    isPresenting: false,
  }));
  looks.set(editor, made);
  return made;
}

/** Draws a stage as its summary, or whole again. */
export function fold(editor: Editor, stage: string, on: boolean): void {
  const look = lookOf(editor);
  if (look.getState().folded.has(stage) === on) return;
  const folded = new Set(look.getState().folded);
  if (on) folded.add(stage);
  else folded.delete(stage);
  look.setState({ folded });
}

/** How many things a filter asks for. */
export function filterSize(filter: Filter): number {
  const sets = [filter.personas, filter.segments, filter.campaigns];
  const lists = [filter.channels, filter.owners, filter.evidence];
  return (
    sets.reduce((sum, set) => sum + Object.keys(set).length, 0) +
    lists.reduce((sum, list) => sum + list.length, 0)
  );
}
