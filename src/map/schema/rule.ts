import * as z from 'zod';
import {
  CALENDAR_OFFSETS,
  CALENDAR_PERIODS,
  DATE_OPERATORS,
  LIST_OPERATORS,
  NUMBER_OPERATORS,
  PRESENCE_OPERATORS,
  TEXT_OPERATORS,
} from './operators';
import { CalendarDate, type CollectionName, Id, idOf, LIMITS, record, Share } from './primitives';

const not = z.boolean().default(false);
const number = z.number();
/** What a clause names stays when it is deleted: a rule that loses a clause would hold for more people. */
const named = (to: CollectionName) => idOf(to, { kept: true });
const wholeDays = z.number().int().min(-1e6).max(1e6);

/** A date as it is meant: fixed, or counted from the day the rule is read (−30 = 30 days ago). */
export const RuleDate = z.union([CalendarDate, record({ daysFromToday: wholeDays })]);
export type RuleDate = z.infer<typeof RuleDate>;

/** A comparison of one number; `to` is the inclusive upper end of (not-)between. */
const numberTest = {
  operator: z.enum(NUMBER_OPERATORS),
  value: number,
  to: number.default(0),
};

const attribute = { attribute: named('attributes') };

/** What an attribute is compared with; `test` names the kind of comparison. */
const attributeTests = [
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('presence'),
    operator: z.enum(PRESENCE_OPERATORS),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('text'),
    operator: z.enum(TEXT_OPERATORS),
    value: z.string().max(LIMITS.name),
    caseSensitive: z.boolean().default(false),
  }),
  /** Text, choice or number in a list of texts. */
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('one-of'),
    values: z.array(z.string().max(LIMITS.name)).max(LIMITS.choices),
    caseSensitive: z.boolean().default(false),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('number'),
    ...numberTest,
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('boolean'),
    value: z.boolean(),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('date'),
    operator: z.enum(DATE_OPERATORS),
    value: RuleDate,
    to: RuleDate.default({ daysFromToday: 0 }),
  }),
  /** Age of a date in days: within the last N, or more than N ago. */
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('age'),
    operator: z.enum(['within-last', 'more-than-ago']),
    days: z.number().int().min(0).max(1e6),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('period'),
    offset: z.enum(CALENDAR_OFFSETS),
    period: z.enum(CALENDAR_PERIODS),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('list'),
    operator: z.enum(LIST_OPERATORS),
    values: z.array(z.string().max(LIMITS.name)).max(LIMITS.choices),
  }),
  record({
    kind: z.literal('attribute'),
    not,
    ...attribute,
    test: z.literal('length'),
    ...numberTest,
  }),
] as const;

/** Scope of a count: the whole walk, or since the customer last came through an entry. */
export const WALK_SCOPES = ['journey', 'pass'] as const;

const walkTests = [
  /** Times a touchpoint was entered, the current visit included. */
  record({
    kind: z.literal('visits'),
    not,
    touchpoint: named('touchpoints'),
    scope: z.enum(WALK_SCOPES).default('journey'),
    ...numberTest,
  }),
  /** Times a transition was taken. */
  record({
    kind: z.literal('taken'),
    not,
    transition: named('transitions'),
    scope: z.enum(WALK_SCOPES).default('journey'),
    ...numberTest,
  }),
  /** Times a campaign really contacted the customer (controls: 0). */
  record({ kind: z.literal('contacts'), not, campaign: named('campaigns'), ...numberTest }),
  /** The arm drawn for the customer: `control`, `treated` (any variant), or one variant. */
  record({
    kind: z.literal('arm'),
    not,
    campaign: named('campaigns'),
    arm: z.union([z.enum(['control', 'treated']), Id]),
  }),
  /** Days since the customer arrived. */
  record({ kind: z.literal('days'), not, ...numberTest }),
  /** Revenue booked for the customer so far, plan price included. */
  record({ kind: z.literal('revenue'), not, ...numberTest }),
  /** Today on the run's calendar; `yearly` compares month and day only, e.g. a season. */
  record({
    kind: z.literal('today'),
    not,
    operator: z.enum(DATE_OPERATORS),
    value: CalendarDate,
    to: CalendarDate.default('2000-12-31'),
    yearly: z.boolean().default(false),
  }),
] as const;

const membershipTests = [
  record({ kind: z.literal('everyone'), not }),
  record({ kind: z.literal('segment'), not, segment: named('segments') }),
  record({ kind: z.literal('persona'), not, persona: named('personas') }),
  /** A random share, drawn once per customer and clause; the clause's own id keys the draw. */
  record({ kind: z.literal('share'), not, id: Id, share: Share }),
] as const;

const AttributeClause = z.discriminatedUnion('test', attributeTests);
type OtherClause = (typeof walkTests | typeof membershipTests)[number];

/** A comparison of an attribute of the customer; `test` names its kind. */
export type AttributeClause = z.infer<typeof AttributeClause>;
/** One comparison. */
export type Clause = AttributeClause | z.infer<OtherClause>;
/** The clauses of one kind. */
export type ClauseOf<Kind extends Clause['kind']> = Extract<Clause, { kind: Kind }>;

/** How many rules of a group must hold; `one` = exactly one. */
export const MATCHES = ['all', 'any', 'none', 'one'] as const;

/** Several rules: all, any, none or exactly one must hold. An empty `all` or `none` holds. */
export interface RuleGroup {
  kind: 'group';
  not: boolean;
  match: (typeof MATCHES)[number];
  rules: Rule[];
}

/** A segment rule: a clause or a group of rules. A value: merged and replaced as a whole. */
export type Rule = Clause | RuleGroup;

interface RuleGroupInput {
  kind: 'group';
  not?: boolean | undefined;
  match?: RuleGroup['match'] | undefined;
  rules: RuleInput[];
}
/** A rule as a file may write it: what has a default may be missing. */
export type RuleInput = z.input<typeof AttributeClause> | z.input<OtherClause> | RuleGroupInput;

const Group = record({
  kind: z.literal('group'),
  not,
  match: z.enum(MATCHES).default('all'),
  rules: z.array(z.lazy((): z.ZodType<Rule, RuleInput> => RuleNode)).max(LIMITS.ruleClauses),
});

const RuleNode: z.ZodType<Rule, RuleInput> = z.discriminatedUnion('kind', [
  AttributeClause,
  ...walkTests,
  ...membershipTests,
  Group,
]);

/** Depth and number of clauses of a rule, for limits and for "too busy to read". */
export function sizeOfRule(rule: Rule): { depth: number; clauses: number } {
  if (rule.kind !== 'group') return { depth: 1, clauses: 1 };
  const parts = rule.rules.map(sizeOfRule);
  return {
    depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
    clauses: parts.reduce((sum, { clauses }) => sum + clauses, 0),
  };
}

export const Rule = RuleNode.refine(
  (rule) => {
    const { depth, clauses } = sizeOfRule(rule);
    return depth <= LIMITS.ruleDepth && clauses <= LIMITS.ruleClauses;
  },
  {
    error: `a rule holds at most ${String(LIMITS.ruleClauses)} clauses, ${String(LIMITS.ruleDepth)} deep`,
  },
);
