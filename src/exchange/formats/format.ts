import type { Loss, MachineProblem } from '../../machine';
import type { JourneyMap } from '../../map/schema';
import type { ParseResult } from '../../map/text';

/** What the writer of a file receives besides the map. */
export interface WriteContext {
  /** Who sends it; may be ''. */
  readonly by: string;
  readonly at: Date;
}

/** Writes a map as the text of a file. */
export type Write = (map: JourneyMap, context: WriteContext) => string | Promise<string>;

/** A machine that cannot be read, and why. */
export interface MachineRefused {
  readonly outcome: 'refused';
  readonly map?: undefined;
  readonly repairs: readonly [];
  readonly repairCount: 0;
  readonly problems: readonly MachineProblem[];
}

/** A file's content made into a map, or why it was refused. */
export interface ReadResult {
  readonly result: ParseResult | MachineRefused;
  /** What of a foreign file no map has a place for; empty for files of our own. */
  readonly notCarried: readonly Loss[];
}

/** Reads a file's content; null where it is a file of another format. */
export type Read = (bytes: Uint8Array) => ReadResult | null;

/** One format: its facts here, its code behind `load…`, so that nobody fetches a format they do not use. */
export interface Format {
  /** What the command line's `--to` calls it. */
  readonly id: string;
  /** The end of its files' names, with the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** Null where maps cannot be written so. */
  readonly loadWrite: (() => Promise<Write>) | null;
  /** Null where maps cannot be read from it. */
  readonly loadRead: (() => Promise<Read>) | null;
}
