import fc, { type Arbitrary } from 'fast-check';
import {
  type JourneyMap,
  type JourneyMapInput,
  JourneyMap as MapSchema,
  type RuleInput,
} from '../../src/map/schema';
import { freshOrders } from '../../src/map/records';

type Table<Name extends keyof JourneyMapInput> = NonNullable<JourneyMapInput[Name]>;

/** What a generated map may hold; every count is an upper limit. */
export interface MapOptions {
  /** Touchpoints besides entries and outcomes. */
  touchpoints?: number;
  stages?: number;
  /** Transitions to an earlier touchpoint or to itself. */
  loops?: boolean;
  decisions?: boolean;
  /** Conditions on transitions and segments. */
  rules?: boolean;
  /** Chances and weights by segment. */
  bySegment?: boolean;
  delays?: 'none' | 'constant' | 'any';
  effects?: boolean;
  economics?: boolean;
  campaigns?: number;
  /** Pains, comments, lanes, notes, KPIs, scenarios, views and the like. */
  workshop?: boolean;
}

const EVERYTHING: Required<MapOptions> = {
  touchpoints: 8,
  stages: 4,
  loops: true,
  decisions: true,
  rules: true,
  bySegment: true,
  delays: 'any',
  effects: true,
  economics: true,
  campaigns: 2,
  workshop: true,
};

/** `stage-00000003`: readable in a counterexample, and a valid id. */
export function idFor(kind: string, index: number): string {
  return `${kind}-${String(index).padStart(12, '0')}`.slice(0, 24);
}

const several = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => idFor(kind, index));

function asTable<Value>(ids: readonly string[], value: (id: string, index: number) => Value) {
  return Object.fromEntries(ids.map((id, index) => [id, value(id, index)]));
}

/** Thousandths, so that counterexamples stay readable. */
const share = fc.integer({ min: 0, max: 1_000 }).map((n) => n / 1_000);
const money = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
const text = fc.oneof(
  fc.constantFrom('', 'Sign-up', 'Ünïcode 🙂', '<b>bold</b>', 'ende\u202e', '"quoted"\n'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const name = text.filter((value) => value.length <= 100);
const coin = (share: number) => fc.integer({ min: 1, max: 100 }).map((n) => n <= share * 100);

function some(ids: readonly string[], maxLength: number, minLength = 0) {
  return fc.subarray([...ids], { minLength, maxLength: Math.min(maxLength, ids.length) });
}

type DelayInput = NonNullable<Table<'transitions'>[string]['delay']>;

const DELAYS: readonly DelayInput[] = [
  { family: 'constant', value: 0 },
  { family: 'constant', value: 14 },
  { family: 'uniform', min: 1, max: 9 },
  { family: 'triangular', min: 1, mode: 2, max: 9 },
  { family: 'pert', min: 1, mode: 3, max: 4 },
  { family: 'exponential', mean: 0.5 },
  { family: 'exponential', mean: 30 },
  { family: 'gamma', shape: 0.7, scale: 2 },
  { family: 'gamma', shape: 2.5, scale: 0.5 },
  { family: 'weibull', shape: 1.5, scale: 2 },
  { family: 'lognormal', median: 1, sigma: 0.6 },
  { family: 'truncated-normal', mean: 3, sd: 2, min: 0 },
  { family: 'truncated-normal', mean: -1, sd: 1, min: 0, max: 9 },
  { family: 'empirical', values: [1, 2, 4] },
];

/** Delays of every family, of a few days. */
export const anyDelay: Arbitrary<DelayInput> = fc.constantFrom(...DELAYS);

interface Names {
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
  readonly campaigns: readonly string[];
  readonly segments: readonly string[];
  readonly personas: readonly string[];
}

const AGE = idFor('attribute', 0);
const PLAN = idFor('attribute', 1);
const TRIALS = idFor('attribute', 2);
const MEMBER = idFor('attribute', 3);
const TAGS = idFor('attribute', 4);
const JOINED = idFor('attribute', 5);

const attributes: Table<'attributes'> = {
  [AGE]: { name: 'age', base: 'demographic', type: 'number', unit: 'years', order: 'a0' },
  [PLAN]: { name: 'plan', type: 'choice', choices: ['trial', 'Light', 'Full'], order: 'a1' },
  [TRIALS]: { name: 'trials', type: 'number', default: 0, order: 'a2' },
  [MEMBER]: { name: 'member', type: 'boolean', default: false, order: 'a3' },
  [TAGS]: { name: 'tags', type: 'list', choices: ['a', 'b'], default: [], order: 'a4' },
  [JOINED]: { name: 'joined', type: 'date', default: '2025-06-30', order: 'a5' },
};

const clause = { kind: 'attribute' } as const;
const numberOperator = fc.constantFrom(
  'less' as const,
  'at-most' as const,
  'more' as const,
  'equals' as const,
);

function anyClause(names: Names, allowSegments: boolean): Arbitrary<RuleInput> {
  const fixed: RuleInput[] = [
    { kind: 'everyone' },
    { ...clause, attribute: PLAN, test: 'presence', operator: 'is-set' },
    { ...clause, attribute: PLAN, test: 'text', operator: 'equals', value: 'Full' },
    { ...clause, attribute: PLAN, test: 'one-of', values: ['trial', 'Light'] },
    { ...clause, attribute: MEMBER, test: 'boolean', value: true },
    { ...clause, attribute: TAGS, test: 'list', operator: 'contains-any', values: ['a'] },
    { ...clause, attribute: JOINED, test: 'date', operator: 'before', value: '2026-01-01' },
    { kind: 'today', operator: 'after', value: '2026-01-15' },
    { kind: 'share', id: idFor('clause', 1), share: 0.4 },
  ];
  const member: RuleInput[] = [
    ...names.personas.map((persona) => ({ kind: 'persona' as const, persona })),
    ...(allowSegments
      ? names.segments.map((segment) => ({ kind: 'segment' as const, segment }))
      : []),
    ...names.campaigns.map((campaign) => ({
      kind: 'arm' as const,
      campaign,
      arm: 'treated' as const,
    })),
  ];
  const counted = fc.record({ operator: numberOperator, value: fc.integer({ min: 0, max: 3 }) });
  return fc.oneof(
    fc.constantFrom(...fixed, ...member),
    fc
      .tuple(counted, fc.constantFrom(...names.touchpoints))
      .map(([test, touchpoint]): RuleInput => ({
        kind: 'visits',
        touchpoint,
        ...test,
      })),
    counted.map((test): RuleInput => ({ kind: 'days', ...test, value: test.value * 10 })),
    counted.map((test): RuleInput => ({ kind: 'revenue', ...test, value: test.value * 5 })),
    counted.map((test): RuleInput => ({
      ...clause,
      attribute: AGE,
      test: 'number',
      ...test,
      value: 20 + test.value * 10,
    })),
    counted.map((test): RuleInput => ({ ...clause, attribute: TRIALS, test: 'number', ...test })),
  );
}

function anyRule(names: Names, allowSegments: boolean): Arbitrary<RuleInput> {
  const one = anyClause(names, allowSegments);
  const group = fc.record({
    kind: fc.constant('group' as const),
    not: coin(0.2),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const, 'one' as const),
    rules: fc.array(one, { minLength: 1, maxLength: 3 }),
  });
  const nested = group.chain((inner) =>
    fc.record({
      kind: fc.constant('group' as const),
      rules: fc.array(one, { maxLength: 2 }).map((rest) => [inner, ...rest]),
    }),
  );
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 2, arbitrary: group }, nested);
}

type Rows = Record<string, { order: string; value: number }>;

function rowsBySegment(names: Names, options: Required<MapOptions>): Arbitrary<Rows> {
  if (!options.bySegment) return fc.constant<Rows>({});
  const chosen = some(names.segments, 2);
  return fc
    .tuple(chosen, fc.array(share, { minLength: 2, maxLength: 2 }))
    .map(([ids, values]) =>
      asTable(ids, (_, index) => ({ order: `a${String(index)}`, value: values[index] ?? 0 })),
    );
}

const experience = fc.record(
  {
    thinking: text,
    emotion: fc.record({ now: fc.constantFrom(null, -2, -1, 0, 1.5, 2), aim: fc.constant(1) }),
  },
  { requiredKeys: [] },
);

const anyEffect = fc.constantFrom(
  { attribute: PLAN, value: 'Full' },
  { attribute: PLAN, value: 'trial' },
  { attribute: TRIALS, operation: 'add' as const, value: 1 },
  { attribute: AGE, operation: 'multiply' as const, value: 1.5 },
  { attribute: MEMBER, value: true },
  { attribute: TAGS, operation: 'append' as const, value: 'a' },
);

type TouchpointInput = Table<'touchpoints'>[string];

function anyTouchpoint(
  kind: NonNullable<TouchpointInput['kind']>,
  stages: readonly string[],
  names: Names,
  options: Required<MapOptions>,
): Arbitrary<TouchpointInput> {
  const costs = fc.array(
    fc.record({ kind: fc.constantFrom('acquisition' as const, 'service' as const), amount: money }),
    { maxLength: 2 },
  );
  return fc.record({
    kind: fc.constant(kind),
    name,
    stage: fc.constantFrom(null, ...stages),
    channel: fc.constantFrom('', 'email', 'app'),
    position: fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 900 }),
    }),
    momentOfTruth: fc.boolean(),
    experience: options.workshop
      ? fc.record({
          default: experience,
          byPersona: fc
            .tuple(some(names.personas, 1), experience)
            .map(([ids, value]) => asTable(ids, () => value)),
        })
      : fc.constant({}),
    weight:
      kind === 'entry'
        ? fc.record({
            base: fc.integer({ min: 1, max: 9 }),
            bySegment: rowsBySegment(names, options),
          })
        : fc.constant({}),
    dropOffAfter: fc.constantFrom(0, 0, 5),
    outcome: fc.constantFrom('success' as const, 'loss' as const, 'neutral' as const),
    effects:
      options.effects && kind !== 'outcome'
        ? fc.array(anyEffect, { maxLength: 2 }).map((effects) =>
            asTable(several('effect', effects.length), (_, index) => ({
              ...effects[index]!,
              order: `a${String(index)}`,
            })),
          )
        : fc.constant({}),
    economics: options.economics
      ? fc.record({
          costItems: costs.map((items) =>
            asTable(several('cost', items.length), (_, index) => items[index]!),
          ),
          revenue: fc.oneof(fc.constant(0), money),
          monthlyPrice: fc.constantFrom(null, null, 0, 5.99, 9.99),
        })
      : fc.constant({}),
  });
}

type TransitionInput = Table<'transitions'>[string];

interface PlannedTransition {
  readonly from: string;
  readonly to: string;
  readonly out: number;
  readonly siblings: number;
  readonly fromDecision: boolean;
}

function anyTransition(
  planned: PlannedTransition,
  names: Names,
  options: Required<MapOptions>,
): Arbitrary<TransitionInput> {
  const last = planned.out === planned.siblings - 1;
  const cap = 1 / planned.siblings;
  const delay =
    options.delays === 'any'
      ? anyDelay
      : options.delays === 'constant'
        ? fc.integer({ min: 1, max: 30 }).map((value) => ({ family: 'constant' as const, value }))
        : fc.constant(undefined);
  return fc.record({
    from: fc.constant(planned.from),
    to: fc.constant(planned.to),
    order: fc.constant(freshOrders(planned.siblings)[planned.out] ?? 'a0'),
    label: name,
    when: options.rules
      ? fc.oneof(
          { weight: planned.fromDecision && !last ? 0 : 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: anyRule(names, true) },
        )
      : fc.constant(null),
    chance: fc.record({
      base: share.map((value) => Math.floor(value * cap * 1_000) / 1_000),
      bySegment: rowsBySegment(names, options).map((rows) =>
        Object.fromEntries(
          Object.entries(rows).map(([id, row]) => [
            id,
            { ...row, value: Math.floor(row.value * cap * 1_000) / 1_000 },
          ]),
        ),
      ),
    }),
    otherwise: last ? coin(planned.fromDecision ? 0.9 : 0.3) : fc.constant(false),
    delay: planned.fromDecision ? fc.constant(undefined) : delay,
    economics: options.economics
      ? fc.record({ revenue: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, money) })
      : fc.constant({}),
  });
}

function anyCampaign(names: Names): Arbitrary<Table<'campaigns'>[string]> {
  const lift = fc.record({
    kind: fc.constant('lift' as const),
    transition: fc.constantFrom(...names.transitions),
    factor: fc.constantFrom(0.5, 1.2, 2),
    low: fc.constant(1),
    high: fc.constant(2),
  });
  return fc.record({
    name,
    touchpoints: some(names.touchpoints, 3, 1).map((ids) => asTable(ids, () => true as const)),
    segment: fc.constantFrom(null, ...names.segments),
    channel: fc.constantFrom('email', 'push'),
    cost: fc.record({ fixed: money, perContact: money }),
    maxContacts: fc.constantFrom(null, 0, 1, 3),
    lastsDays: fc.constantFrom(null, 30),
    effects:
      names.transitions.length === 0
        ? fc.constant({})
        : fc.array(lift, { maxLength: 2 }).map((lifts) =>
            asTable(several('lift', lifts.length), (_, index) => ({
              ...lifts[index]!,
              order: `a${String(index)}`,
            })),
          ),
    variants: fc
      .integer({ min: 0, max: 2 })
      .map((count) =>
        asTable(several('variant', count), (_, index) => ({ order: `a${String(index)}` })),
      ),
    controlShare: fc.constantFrom(0, 0.1, 0.5),
    status: fc.constantFrom('running' as const, 'idea' as const),
    order: fc.constantFrom('a0', 'a1', 'a2'),
  });
}

function workshopTables(
  names: Names,
  stages: readonly string[],
): Arbitrary<Partial<JourneyMapInput>> {
  const someTouchpoints = some(names.touchpoints, 3).map((ids) =>
    asTable(ids, () => true as const),
  );
  const found = fc.record({
    name,
    touchpoints: someTouchpoints,
    severity: fc.constantFrom(null, 1, 5),
    votes: fc.constantFrom({}, { [idFor('participant', 0)]: 3 }),
  });
  const one = <Value>(kind: string, value: Arbitrary<Value>) =>
    fc
      .array(value, { maxLength: 2 })
      .map((items) => asTable(several(kind, items.length), (_, index) => items[index]!));
  const touchpoint = fc.constantFrom(...names.touchpoints);
  return fc.record({
    participants: fc.constant({ [idFor('participant', 0)]: { name: 'Ana' } }),
    pains: one('pain', found),
    gains: one('gain', found),
    kpis: one(
      'kpi',
      fc.record({
        name,
        scope: touchpoint.map((id) => ({ kind: 'touchpoint' as const, id })),
        params: fc.record({ from: fc.constant(null), to: touchpoint }),
        target: fc.constantFrom(null, 0.3),
      }),
    ),
    scenarios: one(
      'scenario',
      fc.record({
        name,
        campaigns: fc
          .subarray([...names.campaigns])
          .map((ids) => asTable(ids, (_, index) => index % 2 === 0)),
        overrides: touchpoint.map((id) => ({
          [idFor('override', 0)]: {
            collection: 'touchpoints' as const,
            id,
            path: '/economics/revenue',
            value: 2,
          },
        })),
        horizon: fc.constantFrom(null, 365),
      }),
    ),
    lanes: one('lane', fc.record({ name, cells: touchpoint.map((id) => ({ [id]: 'cell' })) })),
    notes: one('note', fc.record({ text, stage: fc.constantFrom(null, ...stages) })),
    comments: one(
      'comment',
      fc.record({
        target: touchpoint.map((id) => ({ collection: 'touchpoints' as const, id })),
        text,
        createdAt: fc.constant('2026-11-21T09:30:00.000Z'),
      }),
    ),
    views: one(
      'view',
      fc.record({
        name,
        collapsedStages: fc.constantFrom({}, ...stages.map((id) => ({ [id]: true as const }))),
      }),
    ),
  });
}

/**
 * Valid random maps: at least one entry, one touchpoint and one outcome; everything leads on to
 * something. Chances out of a touchpoint never exceed 1, whatever the segment.
 */
export function journeyMap(chosen: MapOptions = {}): Arbitrary<JourneyMap> {
  const options = { ...EVERYTHING, ...chosen };
  return fc
    .record({
      stages: fc.integer({ min: 1, max: Math.max(1, options.stages) }),
      entries: fc.integer({ min: 1, max: 2 }),
      middle: fc.integer({ min: 1, max: Math.max(1, options.touchpoints) }),
      outcomes: fc.integer({ min: 1, max: 2 }),
      segments: fc.integer({ min: 0, max: 2 }),
      personas: fc.integer({ min: 1, max: 2 }),
      campaigns: fc.integer({ min: 0, max: options.campaigns }),
    })
    .chain((counts) => withCounts(counts, options));
}

type Counts = Record<
  'stages' | 'entries' | 'middle' | 'outcomes' | 'segments' | 'personas' | 'campaigns',
  number
>;

function withCounts(counts: Counts, options: Required<MapOptions>): Arbitrary<JourneyMap> {
  const entries = several('entry', counts.entries);
  const middle = several('touch', counts.middle);
  const outcomes = several('outcome', counts.outcomes);
  const onward = [...entries, ...middle];
  const transitionsOut = fc.tuple(
    ...onward.map((from, index) => {
      const later = [...middle.slice(Math.max(0, index - entries.length + 1)), ...outcomes];
      const targets = options.loops ? [...middle, ...outcomes] : later;
      const first = fc.constantFrom(...later);
      const rest = fc.array(fc.constantFrom(...targets), { maxLength: 2 });
      return fc
        .record({ from: fc.constant(from), first, rest, decision: coin(0.25) })
        .map((start) => ({
          ...start,
          decision: start.decision && options.decisions && middle.includes(from),
        }));
    }),
  );
  return transitionsOut.chain((starts) => {
    const decisions = new Set(starts.filter(({ decision }) => decision).map(({ from }) => from));
    const planned: PlannedTransition[] = starts.flatMap(({ from, first, rest, decision }) => {
      const targets = [first, ...rest];
      return targets.map((to, out) => ({
        from,
        to,
        out,
        siblings: targets.length,
        fromDecision: decision,
      }));
    });
    const stages = several('stage', counts.stages);
    const names: Names = {
      touchpoints: [...onward, ...outcomes],
      transitions: several('way', planned.length),
      segments: several('segment', counts.segments),
      personas: several('persona', counts.personas),
      campaigns: several('campaign', counts.campaigns),
    };
    const kindOf = (id: string) =>
      decisions.has(id)
        ? 'decision'
        : entries.includes(id)
          ? 'entry'
          : outcomes.includes(id)
            ? 'outcome'
            : 'touchpoint';
    const tableOf = <Value>(
      ids: readonly string[],
      value: (id: string, index: number) => Arbitrary<Value>,
    ) => fc.tuple(...ids.map(value)).map((values) => asTable(ids, (_, index) => values[index]!));
    const stageOrders = freshOrders(stages.length);
    return fc
      .record({
        title: name,
        touchpoints: tableOf(names.touchpoints, (id) =>
          anyTouchpoint(kindOf(id), stages, names, options),
        ),
        transitions: tableOf(names.transitions, (_, index) =>
          anyTransition(planned[index]!, names, options),
        ),
        stages: tableOf(stages, (_, index) =>
          fc.record({ name, order: fc.constant(stageOrders[index] ?? 'a0') }),
        ),
        segments: tableOf(names.segments, (_, index) =>
          fc.record({
            name,
            order: fc.constant(`a${String(index)}`),
            rule: options.rules
              ? anyRule({ ...names, campaigns: [] }, false)
              : fc
                  .constantFrom(...names.personas)
                  .map((persona) => ({ kind: 'persona' as const, persona })),
          }),
        ),
        personas: tableOf(names.personas, (_, index) =>
          fc.record({
            name,
            order: fc.constant(`a${String(index)}`),
            share: fc.constantFrom(1, 2),
            attributes: fc.constant({
              [AGE]: { family: 'normal' as const, mean: 30 + index * 10, sd: 5 },
              [MEMBER]: { family: 'flag' as const, share: 0.5 },
            }),
          }),
        ),
        campaigns: tableOf(names.campaigns, () => anyCampaign(names)),
        workshop: options.workshop ? workshopTables(names, stages) : fc.constant({}),
      })
      .map(({ workshop, ...tables }) =>
        MapSchema.parse({
          format: 'journey-map',
          version: 1,
          id: 'map-000000000000',
          attributes,
          ...workshop,
          ...tables,
        } satisfies JourneyMapInput),
      );
  });
}
