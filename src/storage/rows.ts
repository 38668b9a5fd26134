import * as z from 'zod';
import { Asset, Id, LanguageTag, MAP_STATES, Name, Timestamp } from '../map/schema';
import { isPlainJson } from './json';
import { Patch } from './patch';

/**
 * What every stored row must look like. Rows are read through these and nothing else, so that a
 * record damaged on disk or written by something else is noticed before it does harm.
 */

const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const token = z.string().min(1).max(100);
const count = z.number().int().min(0).max(1e9);
const json = z.unknown().refine(isPlainJson, { error: 'expected JSON' });

const Counts = z.object({ stages: count, touchpoints: count, transitions: count });

/** Table `maps`: what the library lists, kept true by every edit. */
export const MapRow = z.object({
  id: Id,
  title: Name,
  language: LanguageTag,
  state: z.enum(MAP_STATES),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  deletedAt: Timestamp.nullable(),
  counts: Counts,
});
export type MapRow = z.infer<typeof MapRow>;

/** Table `heads`: where a map's journal stands; compare-and-set reads it. */
export const HeadRow = z.object({
  mapId: Id,
  /** Number of the last edit. */
  head: seq,
  /** Number of the newest snapshot, and its size in characters. */
  snapshot: seq,
  snapshotSize: count,
  /** Characters of patches since then. */
  grown: count,
});
export type HeadRow = z.infer<typeof HeadRow>;

/** Table `thumbnails`: the drawing of a map as SVG text. */
export const ThumbnailRow = z.object({ mapId: Id, svg: z.string().max(500_000) });

/** Table `journal`: one edit. Pictures in its patches are hashes. */
export const EntryRow = z.object({
  mapId: Id,
  seq,
  id: token,
  gesture: token,
  kind: z.enum(['edit', 'undo', 'redo']),
  label: z.string().max(500),
  tab: token,
  at: Timestamp,
  patches: z.array(Patch).max(200_000),
  inverse: z.array(Patch).max(200_000),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** An edit written while its page was leaving; `base` is the last entry that page knew. */
export const LetterRow = EntryRow.omit({ seq: true }).extend({ base: seq, place: count });
export type LetterRow = z.infer<typeof LetterRow>;

/** Table `snapshots`: a whole map as it was after entry `seq`. */
export const SnapshotRow = z.object({
  mapId: Id,
  seq,
  at: Timestamp,
  /** The map as JSON text, pictures replaced by their hashes. */
  text: z.string().max(100_000_000),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

/** Table `versions`: a snapshot that somebody has given a name. */
export const VersionRow = SnapshotRow.extend({ id: token, name: Name });
export type VersionRow = z.infer<typeof VersionRow>;

/** Table `assets`: the bytes of a picture (base64) under their hash, once per map. */
export const AssetRow = z.object({
  mapId: Id,
  hash: token,
  data: Asset.shape.data,
});

/** Table `runs`: what lists show of a run; its result is in `runResults`. */
export const RunRow = z.object({
  id: token,
  mapId: Id,
  title: z.string().max(500),
  mapRevision: z.string().max(100),
  scenario: token.nullable(),
  seed: z.number(),
  customers: count,
  createdAt: Timestamp,
});

/** Table `runResults`: the result as JSON; `readResult` of the runs checks what is in it. */
export const RunResultRow = z.object({ id: token, result: json });

/** Table `datasets`: the head of a table; its rows are in `datasetChunks`. `mapId` null = of no map. */
export const DatasetRow = z.object({
  id: token,
  mapId: Id.nullable(),
  name: z.string().max(500),
  columns: z.array(z.string().max(1_000)).max(5_000),
  rows: count,
  createdAt: Timestamp,
});

const cell = z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]);
/** Table `datasetChunks`: up to 5,000 rows; `chunk` counts from 0. */
export const DatasetChunkRow = z.object({
  datasetId: token,
  chunk: count,
  rows: z.array(z.array(cell).max(5_000)).max(5_000),
});

/** Table `preferences`: any JSON value; whoever reads it checks it. */
export const PreferenceRow = z.object({ key: token, value: json });

/** Table `quarantine`: a row that could not be read, as text. */
export const QuarantineRow = z.object({
  id: z.string().max(1_000),
  table: z.string(),
  key: z.string(),
  mapId: z.string().nullable(),
  at: z.string(),
  reason: z.string(),
  raw: z.string(),
});
