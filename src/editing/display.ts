import { createStore, type StoreApi } from 'zustand/vanilla';
import { perObject } from '../map/memo';
import { type SavedView } from '../map/schema';
import { type Editor } from './editor';

/** What a filter asks for. */
export type Filter = SavedView['filter'];

/** How a user sees an open map: theirs alone, and no part of the map unless they save it as a view. */
export interface MapDisplay {
  /** What is asked for; the rest dims. An empty one filters nothing. */
  readonly filter: Filter;
  readonly isFilterOpen: boolean;
  /** Stages drawn as their summary. */
  readonly folded: ReadonlySet<string>;
  /** How the personas feel is drawn below the journey. */
  readonly emotions: boolean;
  readonly isPresenting: boolean;
  /** The share of the traffic, 0 … 1, whose paths are drawn as such; 1 = all of it. */
  readonly traffic: number;
}

/** The filter that asks for nothing. */
export const NO_FILTER: Filter = {
  personas: {},
  segments: {},
  campaigns: {},
  channels: [],
  owners: [],
  evidence: [],
};

/** How an open map is shown: the same store for as long as it is open. */
export const displayOf: (editor: Editor) => StoreApi<MapDisplay> = perObject(() =>
  createStore<MapDisplay>(() => ({
    filter: NO_FILTER,
    isFilterOpen: false,
    folded: new Set<string>(),
    emotions: true,
    isPresenting: false,
    traffic: 1,
  })),
);

/** Draws a stage as its summary, or whole again. */
export function fold(editor: Editor, stage: string, on: boolean): void {
  const display = displayOf(editor);
  if (display.getState().folded.has(stage) === on) return;
  const folded = new Set(display.getState().folded);
  if (on) folded.add(stage);
  else folded.delete(stage);
  display.setState({ folded });
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
