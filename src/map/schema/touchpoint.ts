import * as z from 'zod';
import { EntryWeight, TouchpointEconomics } from './economics';
import {
  CalendarDate,
  Channel,
  Days,
  Id,
  idOf,
  Name,
  Order,
  Owner,
  Position,
  Rating,
  record,
  setOf,
  Share,
  table,
  tableBy,
  Text,
  WebAddress,
} from './primitives';
import { AttributeValue } from './value';

/** Walks begin at an `entry` and end at an `outcome`; out of a `decision` rules choose, not chances. */
export const TOUCHPOINT_KINDS = ['entry', 'touchpoint', 'decision', 'outcome'] as const;
/** Who acts, by the lines of a service blueprint. */
export const ACTORS = ['customer', 'frontstage', 'backstage', 'support'] as const;
/** What an outcome means to the business. */
export const OUTCOMES = ['success', 'loss', 'neutral'] as const;
/** From the weakest to the strongest. */
export const EVIDENCE_LEVELS = ['assumed', 'partly', 'researched'] as const;
/** What coming here makes of a customer; CAC and CLV are counted per `acquired` one. */
export const MILESTONES = ['trial', 'acquired', 'activated', 'cancelled'] as const;
/** Satisfaction (CSAT), recommendation (NPS), effort (CES). */
export const FEEDBACK_KINDS = ['csat', 'nps', 'ces'] as const;
/** `add` and `multiply` suit numbers, `append` and `remove` lists, `set` every type. */
export const EFFECT_OPERATIONS = ['set', 'add', 'multiply', 'append', 'remove'] as const;

/** −2 (very bad) … 2 (very good); null = not said. */
const emotionLevel = z.number().min(-2).max(2).nullable().default(null);

/** What it is like to be here, and what it should become. */
export const Experience = record({
  doing: Text,
  thinking: Text,
  feeling: Text,
  emotion: record({ now: emotionLevel, aim: emotionLevel }).prefault({}),
}).prefault({});
export type Experience = z.infer<typeof Experience>;

/** Where a claim comes from. */
export const Source = record({
  text: Text,
  url: WebAddress,
  date: CalendarDate.nullable().default(null),
  order: Order,
});

const Evidence = record({
  level: z.enum(EVIDENCE_LEVELS).default('assumed'),
  sources: table(Source),
}).prefault({});

/** Changes a customer's attribute on entry. */
export const Effect = record({
  attribute: idOf('attributes'),
  operation: z.enum(EFFECT_OPERATIONS).default('set'),
  value: AttributeValue,
  order: Order,
});
export type Effect = z.infer<typeof Effect>;

const MessageVariant = record({
  name: Name.default(''),
  text: Text,
  share: Share.default(0.5),
  order: Order,
});

/** What we say here, to whom; null = everybody. */
export const Message = record({
  segment: idOf('segments', { kept: true }).nullable().default(null),
  text: Text,
  variants: table(MessageVariant),
  order: Order,
});

/** A place where the customer meets us, drawn as a card. Fields that its kind does not read are kept. */
export const Touchpoint = record({
  stage: idOf('stages').nullable().default(null),
  kind: z.enum(TOUCHPOINT_KINDS).default('touchpoint'),
  name: Name.default(''),
  description: Text,
  channel: Channel,
  actor: z.enum(ACTORS).default('frontstage'),
  owner: Owner,
  /** `x` counts from the left edge of the touchpoint's stage band. */
  position: Position,
  /** Read for entries only. */
  weight: EntryWeight,
  experience: record({
    default: Experience,
    byPersona: tableBy('personas', Experience),
  }).prefault({}),
  satisfaction: Rating,
  importance: Rating,
  evidence: Evidence,
  reviewedAt: CalendarDate.nullable().default(null),
  momentOfTruth: z.boolean().default(false),
  milestone: z.enum(MILESTONES).nullable().default(null),
  economics: TouchpointEconomics,
  /** Days a customer who drops off here stays before they count as gone. */
  dropOffAfter: Days.default(0),
  effects: table(Effect),
  messages: table(Message),
  feedback: record({ kind: z.enum(FEEDBACK_KINDS), question: Text })
    .nullable()
    .default(null),
  /** A map that shows this touchpoint in detail: its id and title, wherever it is kept. */
  subJourney: record({ map: Id, title: Name }).nullable().default(null),
  images: setOf('images'),
  /** Read for outcomes only. */
  outcome: z.enum(OUTCOMES).default('neutral'),
});
export type Touchpoint = z.infer<typeof Touchpoint>;
