import * as z from 'zod';

// A strict CSP forbids the Function constructor, which zod otherwise uses to build validators.
// Every schema file imports this one, so it runs before any schema is used.
z.config({ jitless: true });

/** Limits that keep a hostile or broken file from exhausting the machine. */
export const LIMITS = {
  name: 200,
  text: 20_000,
  records: 20_000,
  choices: 1_000,
  listValues: 1_000,
  empiricalValues: 100_000,
  ruleDepth: 20,
  ruleClauses: 200,
  /** One image as base64: 300 KB of bytes. */
  assetCharacters: 409_600,
} as const;

/** The id-keyed collections of a map, in the order the file lists them. */
export const COLLECTIONS = [
  'participants',
  'stages',
  'touchpoints',
  'transitions',
  'attributes',
  'segments',
  'personas',
  'kpis',
  'campaigns',
  'scenarios',
  'pains',
  'gains',
  'opportunities',
  'solutions',
  'actions',
  'lanes',
  'notes',
  'comments',
  'views',
  'images',
  'assets',
] as const;

/** One of `COLLECTIONS`. */
export type CollectionName = (typeof COLLECTIONS)[number];

/** Is this the name of a collection? */
export function isCollection(name: unknown): name is CollectionName {
  return (COLLECTIONS as readonly unknown[]).includes(name);
}

const ID_PATTERN = /^[A-Za-z0-9_-]{12,24}$/;

/**
 * True for 12–24 characters of `[A-Za-z0-9_-]` that are no name every JavaScript object carries
 * (`hasOwnProperty` would otherwise look like a record that is always there).
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value) && !(value in Object.prototype);
}

/** A record's id: random, never made from a name. */
export const Id = z
  .string()
  .regex(ID_PATTERN)
  .refine((value) => !(value in Object.prototype), { error: 'a reserved name cannot be an id' });

/** What a reference field points into, and what becomes of it when the record there is deleted. */
export interface Reference {
  readonly to: CollectionName;
  /**
   * It stays when the record it names is deleted, because without it the rule or the scope around it
   * would say more than somebody meant: one segment would become everybody. What it names is then
   * missing, which is a finding, and nothing holds by it until it is mended or the record is back.
   */
  readonly kept: boolean;
}

interface ReferenceOptions {
  readonly kept?: boolean;
}

/** Which collection each reference field points into; walkers read it from the schema itself. */
export const references = z.registry<Reference>();

/**
 * An id that must exist in `to`, unless it is kept. A fresh instance per field, so that each can carry
 * its target.
 */
export function idOf(to: CollectionName, { kept = false }: ReferenceOptions = {}) {
  return Id.clone().register(references, { to, kept });
}

/**
 * An object that keeps unknown fields of its own version (another build's additions survive a
 * round trip), while its TypeScript type lists only the known ones.
 */
export function record<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

/** An id-keyed table of records. */
export function table<Value extends z.core.SomeType>(value: Value) {
  return z
    .record(Id, value)
    .refine((entries) => Object.keys(entries).length <= LIMITS.records, {
      error: `at most ${String(LIMITS.records)} records`,
    })
    .prefault({});
}

/** A table whose keys are ids of another collection, e.g. chances by segment. */
export function tableBy<Value extends z.core.SomeType>(to: CollectionName, value: Value) {
  return z.record(idOf(to), value).prefault({});
}

/** A set of records of another collection; `true` per member merges without conflicts. */
export function setOf(to: CollectionName, options: ReferenceOptions = {}) {
  return z.record(idOf(to, options), z.literal(true)).prefault({});
}

/** A short line: a name or a title. */
export const Name = z.string().max(LIMITS.name);
/** Free text in the map's language, rendered as plain text. */
export const Text = z.string().max(LIMITS.text).default('');
/** Name or department; owners are not accounts. */
export const Owner = Name.default('');
/** Channel in lower case, e.g. `email`; free, the known ones have an icon and a translation. */
export const Channel = z.string().max(60).default('');

/** Fractional position key; compared by code unit, ties by id. */
export const Order = z
  .string()
  .regex(/^[0-9A-Za-z]{1,200}$/)
  .default('a0');

/** `YYYY-MM-DD` that exists in the calendar. */
export const CalendarDate = z.iso.date();
/** UTC timestamp, e.g. `2026-11-21T09:30:00.000Z`. */
export const Timestamp = z.iso.datetime();
/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** BCP 47 tag of the language a map's content is written in. */
export const LanguageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
  .max(35);

/** Major units of the map's currency. */
export const Money = z.number().min(-1e12).max(1e12);
/** Days; a year is 365 of them, a month 365/12. */
export const Days = z.number().min(0).max(1e6);
/** A proportion 0…1. */
export const Share = z.number().min(0).max(1);
/** A non-negative weight; only ratios matter. */
export const Weight = z.number().min(0).max(1e9);
/** Rating 1–5, or not rated. */
export const Rating = z.number().int().min(1).max(5).nullable().default(null);
/** Web address: only http, https and mailto ever become a link. */
export const WebAddress = z.string().max(2_000).default('');

/** Colours by name, so that both themes can render each with enough contrast. */
export const COLORS = [
  'grey',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const;
/** One of `COLORS`; each theme decides what it looks like. */
export const Color = z.enum(COLORS);
export type Color = z.infer<typeof Color>;

/** Canvas units; a stage's band starts at x 0. */
export const Position = record({
  x: z.number().min(-1e6).max(1e6).default(0),
  y: z.number().min(-1e6).max(1e6).default(0),
}).prefault({});

/** Who voted, and how many dots they spent. */
export const Votes = z.record(idOf('participants'), z.number().int().min(1).max(100)).prefault({});

/** Points at any record, e.g. what a comment is about. */
export const Target = record({ collection: z.enum(COLLECTIONS), id: Id });
export type Target = z.infer<typeof Target>;
