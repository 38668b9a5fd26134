/** A state of a map that somebody gave a name. */
export interface NamedVersion {
  id: string;
  mapId: string;
  name: string;
  /** UTC timestamp. */
  at: string;
  /** Last entry the version contains. */
  head: number;
}

/** A kept run without its result, as lists show it. */
export interface RunSummary {
  id: string;
  mapId: string;
  title: string;
  /** Revision (SHA-256) of the map that was run. */
  mapRevision: string;
  /** Id of the scenario, or null for the map as it stands. */
  scenario: string | null;
  seed: number;
  customers: number;
  /** UTC timestamp. */
  createdAt: string;
}

/** A kept run with its result. */
export interface RunRecord extends RunSummary {
  /** JSON; its shape belongs to whoever ran it, who parses it again. */
  result: unknown;
}

/** A table of customers without its rows. */
export interface DatasetSummary {
  id: string;
  mapId: string | null;
  name: string;
  columns: string[];
  rows: number;
  /** UTC timestamp. */
  createdAt: string;
}

/** One row: a value per column. */
export type DatasetValues = (string | number | boolean | null)[];

/** A record that could not be read, kept as it is. */
export interface Quarantined {
  id: string;
  table: string;
  key: string;
  mapId: string | null;
  /** UTC timestamp. */
  at: string;
  reason: string;
  /** The record as JSON, for a download. */
  raw: string;
}
