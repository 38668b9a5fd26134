import type { JourneyMap } from '../../map/schema';

/** How many records of these kinds a map has. */
export type MapCounts = Readonly<Record<'stages' | 'touchpoints' | 'transitions', number>>;

/** A map as the library lists it, without its document. */
export interface MapSummary {
  id: string;
  title: string;
  language: string;
  state: JourneyMap['state'];
  /** UTC timestamps. */
  createdAt: string;
  updatedAt: string;
  /** When it was put into the bin, or null. */
  deletedAt: string | null;
  counts: MapCounts;
  /** SVG text the app has drawn, or null. */
  thumbnail: string | null;
  /** Number of the last edit. */
  head: number;
  /** False where the map lives in memory only. */
  durable: boolean;
  /** The record of this map could not be read; opening it tries what is left. */
  unreadable: boolean;
}
