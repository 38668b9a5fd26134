import * as z from 'zod';
import { Stage, Transition } from './journey';
import { Campaign, Kpi, Scenario } from './measures';
import { Attribute, Participant, Persona, Segment } from './people';
import {
  type CollectionName,
  Currency,
  Id,
  LanguageTag,
  Money,
  Name,
  Owner,
  record,
  Share,
  table,
  Text,
  Timestamp,
} from './primitives';
import { Touchpoint } from './touchpoint';
import {
  Action,
  Ancestor,
  Asset,
  Comment,
  Gain,
  Image,
  Lane,
  LINEAGE_LIMIT,
  Note,
  Opportunity,
  Pain,
  SavedView,
  Solution,
} from './workshop';

/** What a file says in `format`. */
export const FORMAT = 'journey-map';
/** The version of the format that is written; files of a newer one are refused. */
export const VERSION = 1;

/** Whether the map shows the journey as it is or as it is meant to be. */
export const MAP_STATES = ['as-is', 'to-be'] as const;

/** The business around the journey. */
export const Market = record({
  arrivalsPerMonth: z.number().min(0).max(1e12).default(1_000),
  fixedCostPerMonth: Money.default(0),
  /** Margin on revenue, 0…1. */
  grossMargin: Share.default(1),
  /** Per year; money at day t is worth (1 + rate)^(−t/365). */
  discountRate: z.number().min(0).max(10).default(0),
}).prefault({});

/** The schema of one record of each collection. */
export const RECORDS = {
  participants: Participant,
  stages: Stage,
  touchpoints: Touchpoint,
  transitions: Transition,
  attributes: Attribute,
  segments: Segment,
  personas: Persona,
  kpis: Kpi,
  campaigns: Campaign,
  scenarios: Scenario,
  pains: Pain,
  gains: Gain,
  opportunities: Opportunity,
  solutions: Solution,
  actions: Action,
  lanes: Lane,
  notes: Note,
  comments: Comment,
  views: SavedView,
  images: Image,
  assets: Asset,
} as const satisfies Record<CollectionName, z.ZodType>;

/**
 * The document: one value, one file. Missing fields take their defaults, unknown ones are kept.
 * Parsed text goes through `parseMap`, which also checks what zod cannot see.
 */
export const JourneyMap = record({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  id: Id,
  title: Name.default(''),
  description: Text,
  language: LanguageTag.default('en'),
  state: z.enum(MAP_STATES).default('as-is'),
  currency: Currency.default('USD'),
  owner: Owner,
  createdAt: Timestamp.default('2026-01-01T00:00:00.000Z'),
  market: Market,
  /** Oldest first. */
  lineage: z.array(Ancestor).max(LINEAGE_LIMIT).default([]),
  participants: table(Participant),
  stages: table(Stage),
  touchpoints: table(Touchpoint),
  transitions: table(Transition),
  attributes: table(Attribute),
  segments: table(Segment),
  personas: table(Persona),
  kpis: table(Kpi),
  campaigns: table(Campaign),
  scenarios: table(Scenario),
  pains: table(Pain),
  gains: table(Gain),
  opportunities: table(Opportunity),
  solutions: table(Solution),
  actions: table(Action),
  lanes: table(Lane),
  notes: table(Note),
  comments: table(Comment),
  views: table(SavedView),
  images: table(Image),
  assets: table(Asset),
});
export type JourneyMap = z.infer<typeof JourneyMap>;
/** A map as it may be written: fields with a default can be left out. */
export type JourneyMapInput = z.input<typeof JourneyMap>;

/** The type of one record of a collection. */
export type RecordOf<Collection extends CollectionName> = JourneyMap[Collection][string];
/** A record as it may be written: fields with a default can be left out. */
export type RecordInputOf<Collection extends CollectionName> = z.input<
  (typeof RECORDS)[Collection]
>;
