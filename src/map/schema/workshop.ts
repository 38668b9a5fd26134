import * as z from 'zod';
import {
  CalendarDate,
  Channel,
  Color,
  idOf,
  LIMITS,
  Name,
  Order,
  Owner,
  Position,
  Rating,
  record,
  setOf,
  Share,
  tableBy,
  Target,
  Text,
  Timestamp,
  Votes,
} from './primitives';
import { EVIDENCE_LEVELS } from './touchpoint';

const finding = {
  name: Name.default(''),
  description: Text,
  touchpoints: setOf('touchpoints'),
  personas: setOf('personas'),
  /** How much it weighs, 1–5. */
  severity: Rating,
  owner: Owner,
  votes: Votes,
  order: Order,
};

/** What hurts the customer. */
export const Pain = record(finding);
export type Pain = z.infer<typeof Pain>;

/** What delights the customer. */
export const Gain = record(finding);
export type Gain = z.infer<typeof Gain>;

const score = z.number().min(0).max(5).nullable().default(null);

/** Of opportunities and of solutions. */
export const OPPORTUNITY_STATUSES = ['open', 'chosen', 'parked', 'done'] as const;

/** Something that could be done better: pains and gains it goes back to, and what it is worth. */
export const Opportunity = record({
  name: Name.default(''),
  description: Text,
  touchpoints: setOf('touchpoints'),
  pains: setOf('pains'),
  gains: setOf('gains'),
  /** 0–5 each; effort counts against. */
  scores: record({ customerValue: score, businessValue: score, effort: score }).prefault({}),
  status: z.enum(OPPORTUNITY_STATUSES).default('open'),
  owner: Owner,
  votes: Votes,
  order: Order,
});
export type Opportunity = z.infer<typeof Opportunity>;

/** An idea for one or several opportunities, and the campaigns that carry it out. */
export const Solution = record({
  name: Name.default(''),
  description: Text,
  opportunities: setOf('opportunities'),
  campaigns: setOf('campaigns'),
  status: z.enum(OPPORTUNITY_STATUSES).default('open'),
  owner: Owner,
  votes: Votes,
  order: Order,
});
export type Solution = z.infer<typeof Solution>;

/** From the first to the last; `dropped` will not be done. */
export const ACTION_STATUSES = ['todo', 'doing', 'done', 'dropped'] as const;

/** Who does what until when. */
export const Action = record({
  name: Name.default(''),
  description: Text,
  owner: Owner,
  due: CalendarDate.nullable().default(null),
  status: z.enum(ACTION_STATUSES).default('todo'),
  links: record({
    touchpoints: setOf('touchpoints'),
    opportunities: setOf('opportunities'),
    solutions: setOf('solutions'),
  }).prefault({}),
  order: Order,
});
export type Action = z.infer<typeof Action>;

/** What a row of the table shows of each touchpoint; only `custom` reads the lane's own cells. */
export const LANE_KINDS = [
  'doing',
  'thinking',
  'feeling',
  'emotion',
  'channel',
  'actor',
  'kpis',
  'campaigns',
  'segments',
  'pains',
  'gains',
  'opportunities',
  'messages',
  'evidence',
  'custom',
] as const;

/** A row of the journey table; a `custom` lane carries its own texts. */
export const Lane = record({
  name: Name.default(''),
  kind: z.enum(LANE_KINDS).default('custom'),
  visible: z.boolean().default(true),
  cells: tableBy('touchpoints', z.string().max(LIMITS.text)),
  order: Order,
});
export type Lane = z.infer<typeof Lane>;

/** A sticky note on the canvas. */
export const Note = record({
  text: Text,
  color: Color.default('amber'),
  stage: idOf('stages').nullable().default(null),
  position: Position,
  author: idOf('participants').nullable().default(null),
  votes: Votes,
  order: Order,
});
export type Note = z.infer<typeof Note>;

/** Something said about a record, perhaps in answer to another comment. */
export const Comment = record({
  target: Target,
  text: Text,
  author: Name.default(''),
  createdAt: Timestamp,
  resolved: z.boolean().default(false),
  /** The comment this one answers. */
  parent: idOf('comments').nullable().default(null),
  votes: Votes,
});
export type Comment = z.infer<typeof Comment>;

/** The faces of a map. */
export const VIEW_KINDS = ['map', 'table', 'insights', 'machine'] as const;

/** A saved way of looking: which face, and what is dimmed. An empty set filters nothing. */
export const SavedView = record({
  name: Name.default(''),
  kind: z.enum(VIEW_KINDS).default('map'),
  filter: record({
    personas: setOf('personas', { kept: true }),
    segments: setOf('segments', { kept: true }),
    campaigns: setOf('campaigns', { kept: true }),
    channels: z.array(Channel).max(LIMITS.choices).default([]),
    owners: z.array(Name).max(LIMITS.choices).default([]),
    evidence: z.array(z.enum(EVIDENCE_LEVELS)).max(3).default([]),
  }).prefault({}),
  collapsedStages: setOf('stages'),
  hiddenLanes: setOf('lanes'),
  /** The share of the traffic whose paths are drawn as such; 1 = all of it. */
  mainPaths: Share.default(1),
  order: Order,
});
export type SavedView = z.infer<typeof SavedView>;

const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** A picture's description; its bytes are an asset. */
export const Image = record({
  name: Name.default(''),
  /** Alternative text. */
  alt: Text,
  asset: idOf('assets'),
  width: z.number().int().min(1).max(1_600),
  height: z.number().int().min(1).max(1_600),
  order: Order,
});
export type Image = z.infer<typeof Image>;

/** A re-encoded picture's bytes, kept apart from the patches. */
export const Asset = record({
  type: z.enum(IMAGE_TYPES),
  /** Base64. */
  data: z.base64().max(LIMITS.assetCharacters),
});
export type Asset = z.infer<typeof Asset>;

/** One revision in a map's past, as it left a machine. */
export const Ancestor = record({
  /** SHA-256, hex, of the canonical map without its lineage. */
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  at: Timestamp,
  by: Name.default(''),
});
/** Ancestors a map remembers at most; the oldest are dropped first. */
export const LINEAGE_LIMIT = 200;
