import * as z from 'zod';
import { AttributeDistribution } from './distribution';
import {
  CalendarDate,
  Color,
  idOf,
  LIMITS,
  Name,
  Order,
  Owner,
  record,
  tableBy,
  Text,
  Weight,
} from './primitives';
import { Rule } from './rule';
import { AttributeType, AttributeValue, Base } from './value';

/** Somebody in the workshop. */
export const Participant = record({ name: Name.default(''), role: Name.default(''), order: Order });
export type Participant = z.infer<typeof Participant>;

/** Something known of a customer that rules can read. */
export const Attribute = record({
  name: Name.default(''),
  description: Text,
  base: Base.default('behavioural'),
  type: AttributeType.default('text'),
  unit: Name.default(''),
  /** For `choice` and `list`: the values offered. */
  choices: z.array(z.string().max(LIMITS.name)).max(LIMITS.choices).default([]),
  /** Value of a customer whose persona says nothing; null = not set. */
  default: AttributeValue.nullable().default(null),
  order: Order,
});
export type Attribute = z.infer<typeof Attribute>;

/** A group of customers selected by a rule. */
export const Segment = record({
  name: Name.default(''),
  description: Text,
  color: Color.default('blue'),
  base: Base.default('behavioural'),
  /** What the segmentation is for, e.g. retention or adoption. */
  goal: Text,
  rule: Rule.prefault({ kind: 'everyone' }),
  dataSource: Text,
  dataAsOf: CalendarDate.nullable().default(null),
  reviewedAt: CalendarDate.nullable().default(null),
  reviewEveryDays: z.number().int().min(1).max(3_650).nullable().default(null),
  owner: Owner,
  order: Order,
});
export type Segment = z.infer<typeof Segment>;

/** A typical customer; `share` is their weight among the arrivals. */
export const Persona = record({
  name: Name.default(''),
  description: Text,
  color: Color.default('violet'),
  portrait: idOf('images').nullable().default(null),
  quote: Text,
  goals: Text,
  frustrations: Text,
  motivations: Text,
  channels: Text,
  empathy: record({ says: Text, thinks: Text, does: Text, feels: Text }).prefault({}),
  share: Weight.default(1),
  attributes: tableBy('attributes', AttributeDistribution),
  order: Order,
});
export type Persona = z.infer<typeof Persona>;
