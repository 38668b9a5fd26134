import { describe, expect, test } from 'vitest';
import {
  AttributeDistribution,
  COLLECTIONS,
  Delay,
  isId,
  JourneyMap,
  LIMITS,
  LINEAGE_LIMIT,
  RECORDS,
  Rule,
  sizeOfRule,
  suitsType,
} from '../../src/map/schema';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const head = { format: 'journey-map', version: 1, id: A };

/** The records a test needs nothing of, spelled out as far as they must be. */
const REQUIRED: Partial<Record<(typeof COLLECTIONS)[number], object>> = {
  transitions: { from: A, to: B },
  comments: { target: { collection: 'stages', id: A }, createdAt: '2026-01-01T00:00:00Z' },
  images: { asset: A, width: 10, height: 10 },
  assets: { type: 'image/png', data: '' },
};

/** A record with one value put at a path of field names. */
function withValue(collection: (typeof COLLECTIONS)[number], path: string, value: unknown) {
  const record = structuredClone(REQUIRED[collection] ?? {});
  const keys = path.split('/');
  let place = record as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[keys.at(-1)!] = value;
  return record;
}

const takes = (collection: (typeof COLLECTIONS)[number], path: string, value: unknown) =>
  RECORDS[collection].safeParse(withValue(collection, path, value)).success;

test.each<[(typeof COLLECTIONS)[number], string, unknown[], unknown[]]>([
  ['touchpoints', 'position/x', [-1e6, 1e6], [-1e6 - 1, 1e6 + 1, Infinity, NaN]],
  ['touchpoints', 'position/y', [-1e6, 1e6], [-1e6 - 1, 1e6 + 1]],
  ['touchpoints', 'weight/base', [0, 1e9], [-0.1, 1e9 + 1]],
  ['touchpoints', 'importance', [null, 1, 5], [0, 6, 2.5]],
  ['touchpoints', 'satisfaction', [null, 1, 5], [0, 6]],
  ['touchpoints', 'dropOffAfter', [0, 1e6], [-1, 1e6 + 1]],
  ['touchpoints', 'experience/default/emotion/now', [null, -2, 2], [-2.1, 2.1]],
  ['touchpoints', 'experience/default/emotion/aim', [null, -2, 2], [-3, 3]],
  ['touchpoints', 'economics/revenue', [-1e12, 1e12], [-1e12 - 1, 1e12 + 1]],
  ['touchpoints', 'economics/monthlyPrice', [null, 0, 1e12], [1e13]],
  ['touchpoints', 'name', ['', 'x'.repeat(200)], ['x'.repeat(201)]],
  ['touchpoints', 'description', ['', 'x'.repeat(20_000)], ['x'.repeat(20_001)]],
  ['touchpoints', 'channel', ['x'.repeat(60)], ['x'.repeat(61)]],
  ['touchpoints', 'reviewedAt', [null, '2024-02-29'], ['2023-02-29', '2026-1-1', 'today']],
  ['touchpoints', 'outcome', ['success', 'loss', 'neutral'], ['win']],
  ['touchpoints', 'kind', ['entry', 'touchpoint', 'decision', 'outcome'], ['exit', '']],
  ['touchpoints', 'actor', ['customer', 'frontstage', 'backstage', 'support'], ['nobody']],
  ['touchpoints', 'milestone', [null, 'trial', 'acquired', 'activated', 'cancelled'], ['born']],
  ['touchpoints', 'evidence/level', ['assumed', 'partly', 'researched'], ['proved']],
  ['touchpoints', 'feedback', [null, { kind: 'nps' }, { kind: 'csat' }, { kind: 'ces' }], [{}]],
  ['touchpoints', 'images', [{ [A]: true }], [{ [A]: false }, { short: true }]],
  ['transitions', 'chance/base', [0, 1], [-0.01, 1.01]],
  ['transitions', 'order', ['a0', 'Z'.repeat(200)], ['', 'a-0', 'Z'.repeat(201)]],
  [
    'transitions',
    'economics/costItems',
    [{ [A]: { kind: 'retention' } }],
    [{ [A]: { kind: 'x' } }],
  ],
  ['stages', 'color', ['grey', 'pink'], ['black']],
  ['attributes', 'type', ['number', 'text', 'choice', 'boolean', 'date', 'list'], ['time']],
  [
    'attributes',
    'choices',
    [[], Array(1_000).fill('x')],
    [Array(1_001).fill('x'), ['x'.repeat(201)]],
  ],
  ['attributes', 'default', [null, '', 0, false, ['a']], [{}, [1], 'x'.repeat(20_001)]],
  ['attributes', 'default', [Array(1_000).fill('a')], [Array(1_001).fill('a'), ['x'.repeat(201)]]],
  ['segments', 'reviewEveryDays', [null, 1, 3_650], [0, 3_651, 1.5]],
  ['personas', 'share', [0, 1e9], [-1]],
  ['kpis', 'params/period', [null, 0, 1e6], [-1]],
  ['kpis', 'direction', ['up', 'down'], ['left']],
  [
    'kpis',
    'metric',
    [{ kind: 'catalogue', id: 'x'.repeat(100) }],
    [{ kind: 'catalogue', id: 'x'.repeat(101) }],
  ],
  [
    'kpis',
    'metric',
    [{ kind: 'formula', expression: 'x'.repeat(2_000) }],
    [{ kind: 'formula', expression: 'x'.repeat(2_001) }],
  ],
  ['campaigns', 'controlShare', [0, 1], [-0.1, 1.1]],
  ['campaigns', 'maxContacts', [null, 0, 1e6], [-1, 1e6 + 1, 1.5]],
  ['campaigns', 'lastsDays', [null, 0], [-1]],
  ['campaigns', 'status', ['idea', 'planned', 'running', 'paused', 'ended'], ['dead']],
  [
    'campaigns',
    'schedule',
    [{ [A]: { from: '2026-01-01', to: '2026-01-01' } }],
    [{ [A]: { from: '2026-01-02', to: '2026-01-01' } }],
  ],
  [
    'campaigns',
    'schedule',
    [{ [A]: { from: '2026-01-01', to: '2026-02-01', repeats: 'weekly' } }],
    [{ [A]: { from: '2026-01-01', to: '2026-02-01', repeats: 'daily' } }],
  ],
  [
    'campaigns',
    'effects',
    [{ [A]: { kind: 'lift', transition: B, factor: 0, high: 1_000 } }],
    [
      { [A]: { kind: 'lift', transition: B, factor: -1 } },
      { [A]: { kind: 'lift', transition: B, high: 1_001 } },
    ],
  ],
  [
    'campaigns',
    'effects',
    [{ [A]: { kind: 'emotion', touchpoint: B, low: -4, high: 4 } }],
    [
      { [A]: { kind: 'emotion', touchpoint: B, low: -5 } },
      { [A]: { kind: 'emotion', touchpoint: B, change: 5 } },
    ],
  ],
  ['scenarios', 'customers', [1, 100_000_000], [0, 100_000_001, 1.5]],
  ['scenarios', 'seed', [0, Number.MAX_SAFE_INTEGER], [-1, 0.5]],
  ['scenarios', 'horizon', [null, 0, 1e6], [-1]],
  ['scenarios', 'cycleDays', [0.1, 36_500], [0, 36_501]],
  ['scenarios', 'counting', ['start', 'end', 'half'], ['all']],
  [
    'scenarios',
    'arrivals',
    [
      { kind: 'list', days: [0] },
      { kind: 'steady', days: 3 },
    ],
    [{ kind: 'list', days: [] }, { kind: 'list', days: [-1] }, { kind: 'steady' }],
  ],
  ['pains', 'severity', [null, 1, 5], [0, 6]],
  ['pains', 'votes', [{ [A]: 1 }, { [A]: 100 }], [{ [A]: 0 }, { [A]: 101 }, { [A]: 1.5 }]],
  ['opportunities', 'scores/effort', [null, 0, 5], [-1, 6]],
  ['opportunities', 'status', ['open', 'chosen', 'parked', 'done'], ['lost']],
  ['actions', 'status', ['todo', 'doing', 'done', 'dropped'], ['lost']],
  ['actions', 'due', [null, '2026-12-31'], ['2026-13-01']],
  ['lanes', 'kind', ['doing', 'emotion', 'evidence', 'custom'], ['own']],
  ['lanes', 'cells', [{ [A]: 'x'.repeat(20_000) }], [{ [A]: 'x'.repeat(20_001) }]],
  ['comments', 'createdAt', ['2026-01-01T00:00:00.000Z'], ['2026-01-01', '2026-01-01T00:00:00']],
  ['views', 'kind', ['map', 'table', 'insights', 'machine'], ['list']],
  [
    'views',
    'filter/evidence',
    [['assumed', 'partly', 'researched']],
    [['assumed', 'assumed', 'assumed', 'assumed'], ['x']],
  ],
  ['images', 'width', [1, 1_600], [0, 1_601, 1.5]],
  ['images', 'height', [1, 1_600], [0, 1_601]],
  ['assets', 'type', ['image/png', 'image/jpeg', 'image/webp'], ['image/svg+xml']],
  ['assets', 'data', ['', 'AAAA', 'A'.repeat(409_600)], ['A', 'A'.repeat(409_604)]],
])(
  '%s/%s takes what is within its limits and refuses what is beyond',
  (collection, path, fine, wrong) => {
    for (const value of fine)
      expect(takes(collection, path, value), JSON.stringify(value).slice(0, 60)).toBe(true);
    for (const value of wrong)
      expect(takes(collection, path, value), JSON.stringify(value).slice(0, 60)).toBe(false);
  },
);

test.each<[string, unknown[], unknown[]]>([
  ['title', ['', 'x'.repeat(200)], ['x'.repeat(201)]],
  [
    'language',
    ['en', 'de-AT', 'zh-Hant-TW', 'a'.repeat(8)],
    ['e', '', 'en_US', 'en-', 'en-toolongpart', `en${'-abcdefgh'.repeat(4)}`],
  ],
  ['state', ['as-is', 'to-be'], ['now']],
  ['currency', ['USD', 'MYR'], ['usd', 'US', 'USDX']],
  [
    'market',
    [
      { arrivalsPerMonth: 0, grossMargin: 0, discountRate: 0 },
      { arrivalsPerMonth: 1e12, grossMargin: 1, discountRate: 10 },
    ],
    [
      { arrivalsPerMonth: -1 },
      { arrivalsPerMonth: 1e12 + 1 },
      { grossMargin: 1.1 },
      { grossMargin: -0.1 },
      { discountRate: -0.1 },
      { discountRate: 10.1 },
    ],
  ],
  ['createdAt', ['2026-01-01T00:00:00Z'], ['2026-01-01']],
  ['format', ['journey-map'], ['journey', '']],
  ['version', [1], [0, 2, '1']],
])('the map’s own %s takes what is within its limits', (field, fine, wrong) => {
  const parses = (value: unknown) => JourneyMap.safeParse({ ...head, [field]: value }).success;
  for (const value of fine) expect(parses(value), JSON.stringify(value)).toBe(true);
  for (const value of wrong) expect(parses(value), JSON.stringify(value)).toBe(false);
});

test('a lineage and a table are limited in length', () => {
  const ancestor = { revision: '0'.repeat(64), at: '2026-01-01T00:00:00Z' };
  const past = (length: number) =>
    JourneyMap.safeParse({ ...head, lineage: Array(length).fill(ancestor) }).success;
  expect([past(LINEAGE_LIMIT), past(LINEAGE_LIMIT + 1)]).toEqual([true, false]);
  const revision = (text: string) =>
    JourneyMap.safeParse({ ...head, lineage: [{ ...ancestor, revision: text }] }).success;
  expect(['f'.repeat(64), 'f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64)].map(revision)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const stages = (count: number) =>
    JourneyMap.shape.stages.safeParse(
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`stage-${String(n).padStart(8, '0')}`, {}]),
      ),
    );
  expect(stages(LIMITS.records).success).toBe(true);
  expect(stages(LIMITS.records + 1).error?.issues[0]?.message).toBe('at most 20000 records');
});

test('an id has 12 to 24 plain characters and is no name that objects are born with', () => {
  const ids = ['a'.repeat(12), 'a'.repeat(24), 'AZaz09_-AZaz'];
  const others = [
    'a'.repeat(11),
    'a'.repeat(25),
    'hasOwnProperty',
    'with a space',
    'with.a.point',
    '',
    5,
    null,
    undefined,
  ];
  expect(ids.filter(isId)).toEqual(ids);
  expect(others.filter(isId)).toEqual([]);
  for (const id of ids) expect(JourneyMap.safeParse({ ...head, id }).success).toBe(true);
  for (const id of others) expect(JourneyMap.safeParse({ ...head, id }).success).toBe(false);
});

test('everything that is left out takes the default the format promises', () => {
  const record = (collection: (typeof COLLECTIONS)[number]) =>
    RECORDS[collection].parse(REQUIRED[collection] ?? {});
  expect(JourneyMap.parse(head)).toMatchObject({
    title: '',
    description: '',
    language: 'en',
    state: 'as-is',
    currency: 'USD',
    owner: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    market: { arrivalsPerMonth: 1_000, fixedCostPerMonth: 0, grossMargin: 1, discountRate: 0 },
    lineage: [],
  });
  for (const name of COLLECTIONS) expect(JourneyMap.parse(head)[name]).toEqual({});
  expect(record('touchpoints')).toEqual({
    stage: null,
    kind: 'touchpoint',
    name: '',
    description: '',
    channel: '',
    actor: 'frontstage',
    owner: '',
    position: { x: 0, y: 0 },
    weight: { base: 1, bySegment: {} },
    experience: {
      default: { doing: '', thinking: '', feeling: '', emotion: { now: null, aim: null } },
      byPersona: {},
    },
    satisfaction: null,
    importance: null,
    evidence: { level: 'assumed', sources: {} },
    reviewedAt: null,
    momentOfTruth: false,
    milestone: null,
    economics: { costItems: {}, revenue: 0, monthlyPrice: null },
    dropOffAfter: 0,
    effects: {},
    messages: {},
    feedback: null,
    subJourney: null,
    images: {},
    outcome: 'neutral',
  });
  expect(record('transitions')).toEqual({
    from: A,
    to: B,
    order: 'a0',
    label: '',
    when: null,
    chance: { base: 0, bySegment: {} },
    otherwise: false,
    delay: { family: 'constant', value: 0 },
    economics: { costItems: {}, revenue: 0 },
  });
  expect(record('stages')).toEqual({
    name: '',
    color: 'grey',
    description: '',
    goal: '',
    owner: '',
    order: 'a0',
  });
  expect(record('participants')).toEqual({ name: '', role: '', order: 'a0' });
  expect(record('attributes')).toEqual({
    name: '',
    description: '',
    base: 'behavioural',
    type: 'text',
    unit: '',
    choices: [],
    default: null,
    order: 'a0',
  });
  expect(record('segments')).toEqual({
    name: '',
    description: '',
    color: 'blue',
    base: 'behavioural',
    goal: '',
    rule: { kind: 'everyone', not: false },
    dataSource: '',
    dataAsOf: null,
    reviewedAt: null,
    reviewEveryDays: null,
    owner: '',
    order: 'a0',
  });
  expect(record('personas')).toMatchObject({
    color: 'violet',
    portrait: null,
    share: 1,
    attributes: {},
    empathy: { says: '', thinks: '', does: '', feels: '' },
  });
  expect(record('kpis')).toMatchObject({
    metric: { kind: 'catalogue', id: 'conversion' },
    scope: { kind: 'map', id: null },
    params: { from: null, to: null, period: null },
    direction: 'up',
    target: null,
    warn: null,
    actuals: {},
  });
  expect(record('campaigns')).toEqual({
    name: '',
    description: '',
    kind: '',
    touchpoints: {},
    segment: null,
    channel: '',
    schedule: {},
    cost: { fixed: 0, perContact: 0 },
    maxContacts: null,
    lastsDays: null,
    effects: {},
    variants: {},
    controlShare: 0.1,
    owner: '',
    status: 'idea',
    order: 'a0',
  });
  expect(record('scenarios')).toEqual({
    name: '',
    description: '',
    campaigns: {},
    overrides: {},
    startDate: '2026-01-01',
    horizon: 365,
    arrivals: { kind: 'cohort' },
    customers: 10_000,
    seed: 1,
    counting: 'start',
    discountFirstPeriod: false,
    cycleDays: 365 / 12,
    dataset: null,
    order: 'a0',
  });
  expect(record('pains')).toEqual({
    name: '',
    description: '',
    touchpoints: {},
    personas: {},
    severity: null,
    owner: '',
    votes: {},
    order: 'a0',
  });
  expect(record('opportunities')).toMatchObject({
    scores: { customerValue: null, businessValue: null, effort: null },
    status: 'open',
    pains: {},
    gains: {},
  });
  expect(record('solutions')).toMatchObject({ opportunities: {}, campaigns: {}, status: 'open' });
  expect(record('actions')).toMatchObject({
    due: null,
    status: 'todo',
    links: { touchpoints: {}, opportunities: {}, solutions: {} },
  });
  expect(record('lanes')).toEqual({
    name: '',
    kind: 'custom',
    visible: true,
    cells: {},
    order: 'a0',
  });
  expect(record('notes')).toMatchObject({
    color: 'amber',
    stage: null,
    author: null,
    position: { x: 0, y: 0 },
  });
  expect(record('comments')).toMatchObject({
    author: '',
    resolved: false,
    parent: null,
    votes: {},
  });
  expect(record('views')).toMatchObject({
    kind: 'map',
    collapsedStages: {},
    hiddenLanes: {},
    mainPaths: 1,
    filter: { personas: {}, segments: {}, campaigns: {}, channels: [], owners: [], evidence: [] },
  });
});

test('entries of tables within a record have their defaults, too', () => {
  const entry = (collection: (typeof COLLECTIONS)[number], field: string, value: object) => {
    const record = RECORDS[collection].parse({ [field]: { [A]: value } }) as unknown as Record<
      string,
      Record<string, unknown>
    >;
    return record[field]?.[A];
  };
  expect(entry('campaigns', 'variants', {})).toEqual({
    name: '',
    message: '',
    share: 1,
    order: 'a0',
  });
  expect(entry('campaigns', 'schedule', { from: '2026-01-01', to: '2026-01-02' })).toMatchObject({
    repeats: 'never',
  });
  expect(entry('campaigns', 'effects', { kind: 'lift', transition: B })).toEqual({
    kind: 'lift',
    transition: B,
    variant: null,
    factor: 1,
    low: 1,
    high: 1,
    order: 'a0',
  });
  expect(entry('campaigns', 'effects', { kind: 'emotion', touchpoint: B })).toEqual({
    kind: 'emotion',
    touchpoint: B,
    variant: null,
    change: 0,
    low: 0,
    high: 0,
    order: 'a0',
  });
  expect(entry('touchpoints', 'effects', { attribute: B, value: 1 })).toMatchObject({
    operation: 'set',
  });
  expect(entry('touchpoints', 'messages', {})).toEqual({
    segment: null,
    text: '',
    variants: {},
    order: 'a0',
  });
  const costed = RECORDS.touchpoints.parse({ economics: { costItems: { [A]: {} } } });
  expect(costed.economics.costItems[A]).toEqual({
    name: '',
    kind: 'service',
    amount: 0,
    order: 'a0',
  });
  const actual = RECORDS.kpis.parse({ actuals: { [A]: { date: '2026-01-01', value: 2 } } });
  expect(actual.actuals[A]).toEqual({ date: '2026-01-01', value: 2, source: '' });
});

const numbers = {
  constant: { value: 2 },
  uniform: { min: 1, max: 2 },
  triangular: { min: 1, mode: 2, max: 3 },
  pert: { min: 1, mode: 2, max: 3 },
  exponential: { mean: 1 },
  gamma: { shape: 1, scale: 1 },
  weibull: { shape: 1, scale: 1 },
  lognormal: { median: 1, sigma: 1 },
  'truncated-normal': { mean: 1, sd: 1, min: 0, max: 4 },
  normal: { mean: 1, sd: 1 },
  beta: { alpha: 1, beta: 1, min: 0, max: 1 },
  empirical: { values: [1, 2] },
};
const family = (name: keyof typeof numbers, more: object = {}) => ({
  family: name,
  ...numbers[name],
  ...more,
});

describe('a delay', () => {
  const parses = (value: unknown) => Delay.safeParse(value).success;
  test('has one of ten families', () => {
    const known = Object.keys(numbers).filter((name) =>
      parses(family(name as keyof typeof numbers)),
    );
    expect(known).toEqual([
      'constant',
      'uniform',
      'triangular',
      'pert',
      'exponential',
      'gamma',
      'weibull',
      'lognormal',
      'truncated-normal',
      'empirical',
    ]);
    expect(parses({ family: 'cauchy' })).toBe(false);
    expect(Delay.parse(undefined)).toEqual({ family: 'constant', value: 0 });
  });

  test.each([
    ['constant', { value: 0 }, { value: -1 }],
    ['uniform', { min: 0 }, { min: -1 }],
    ['triangular', { min: 0 }, { min: -1 }],
    ['pert', { min: 0 }, { min: -1 }],
    ['truncated-normal', { min: 0 }, { min: -1 }],
    ['truncated-normal', { min: 0, max: null }, { min: null }],
    ['empirical', { values: [0, 1] }, { values: [1, -1] }],
  ] as const)('never is negative: %s', (name, fine, negative) => {
    expect(parses(family(name, fine))).toBe(true);
    const { error } = Delay.safeParse(family(name, negative));
    expect(error?.issues[0]?.message).toBe('a delay cannot be negative');
  });
});

describe('a distribution', () => {
  const parses = (value: unknown) => AttributeDistribution.safeParse(value).success;
  const why = (value: unknown) => AttributeDistribution.safeParse(value).error?.issues[0]?.message;

  test('has its ends in order', () => {
    expect(parses(family('uniform', { min: 2, max: 2 }))).toBe(true);
    expect(why(family('uniform', { min: 2, max: 1 }))).toBe('expected min ≤ max');
    expect(parses(family('beta', { min: 2, max: 2 }))).toBe(true);
    expect(why(family('beta', { min: 2, max: 1 }))).toBe('expected min ≤ max');
    expect(parses(family('truncated-normal', { min: 2, max: 2 }))).toBe(false);
    expect(why(family('truncated-normal', { min: 3, max: 2 }))).toBe('expected min ≤ max');
    expect(parses(family('truncated-normal', { min: null, max: -2 }))).toBe(true);
    expect(parses(family('truncated-normal', { min: 9, max: null }))).toBe(true);
    expect(
      AttributeDistribution.parse({ family: 'truncated-normal', mean: 1, sd: 1 }),
    ).toMatchObject({ min: null, max: null });
    expect(AttributeDistribution.parse({ family: 'beta', alpha: 1, beta: 1 })).toMatchObject({
      min: 0,
      max: 1,
    });
  });

  test.each(['triangular', 'pert'] as const)('has its mode between its ends: %s', (name) => {
    const at = (min: number, mode: number, max: number) => family(name, { min, mode, max });
    expect([at(1, 1, 3), at(1, 3, 3), at(2, 2, 2)].map(parses)).toEqual([true, true, true]);
    expect(why(at(1, 0, 3))).toBe('expected min ≤ mode ≤ max');
    expect(why(at(1, 4, 3))).toBe('expected min ≤ mode ≤ max');
    expect(why(at(3, 2, 1))).toBe('expected min ≤ mode ≤ max');
  });

  test.each([
    ['exponential', 'mean'],
    ['gamma', 'shape'],
    ['gamma', 'scale'],
    ['weibull', 'shape'],
    ['weibull', 'scale'],
    ['lognormal', 'median'],
    ['lognormal', 'sigma'],
    ['normal', 'sd'],
    ['truncated-normal', 'sd'],
    ['beta', 'alpha'],
    ['beta', 'beta'],
  ] as const)('has a parameter above zero: %s %s', (name, parameter) => {
    expect(parses(family(name, { [parameter]: 1e-9 }))).toBe(true);
    expect(parses(family(name, { [parameter]: 0 }))).toBe(false);
    expect(parses(family(name, { [parameter]: 1e9 + 1 }))).toBe(false);
  });

  test('of several values gives one of them a share', () => {
    const choice = (...shares: number[]) => ({
      family: 'choice',
      options: shares.map((share) => ({ value: 'x', share })),
    });
    expect([choice(0, 1), choice(0.1)].map(parses)).toEqual([true, true]);
    expect(why(choice(0, 0))).toBe('at least one option needs a share above 0');
    expect(parses(choice())).toBe(false);
    expect(parses(choice(-1, 2))).toBe(false);
    expect(parses(family('empirical', { values: [] }))).toBe(false);
    expect([0, 1].map((share) => parses({ family: 'flag', share }))).toEqual([true, true]);
    expect(parses({ family: 'flag', share: 1.1 })).toBe(false);
    expect(parses({ family: 'fixed', value: ['a'] })).toBe(true);
  });
});

describe('a rule', () => {
  const nested = (depth: number): object =>
    depth === 1 ? { kind: 'everyone' } : { kind: 'group', rules: [nested(depth - 1)] };
  test('is 20 deep and 200 clauses long at most', () => {
    const wide = (count: number) => ({
      kind: 'group',
      rules: [
        { kind: 'group', rules: Array(100).fill({ kind: 'everyone' }) },
        { kind: 'group', rules: Array(count - 100).fill({ kind: 'everyone' }) },
      ],
    });
    expect([Rule.safeParse(nested(20)).success, Rule.safeParse(nested(21)).success]).toEqual([
      true,
      false,
    ]);
    expect([Rule.safeParse(wide(200)).success, Rule.safeParse(wide(201)).success]).toEqual([
      true,
      false,
    ]);
    expect(Rule.safeParse(nested(21)).error?.issues[0]?.message).toBe(
      'a rule holds at most 200 clauses, 20 deep',
    );
  });

  test('has the size of its deepest and of all its parts', () => {
    const rule = Rule.parse({
      kind: 'group',
      rules: [nested(3), { kind: 'everyone' }, { kind: 'group', rules: [] }],
    });
    expect(sizeOfRule(rule)).toEqual({ depth: 4, clauses: 2 });
    expect(sizeOfRule(Rule.parse({ kind: 'everyone' }))).toEqual({ depth: 1, clauses: 1 });
    expect(sizeOfRule(Rule.parse({ kind: 'group', rules: [] }))).toEqual({ depth: 1, clauses: 0 });
  });

  test('takes its defaults', () => {
    expect(Rule.parse({ kind: 'group', rules: [] })).toEqual({
      kind: 'group',
      not: false,
      match: 'all',
      rules: [],
    });
    expect(Rule.parse({ kind: 'visits', touchpoint: A, operator: 'less', value: 1 })).toEqual({
      kind: 'visits',
      not: false,
      touchpoint: A,
      scope: 'journey',
      operator: 'less',
      value: 1,
      to: 0,
    });
    expect(Rule.parse({ kind: 'today', operator: 'after', value: '2026-01-01' })).toMatchObject({
      to: '2000-12-31',
      yearly: false,
    });
    const about = { kind: 'attribute', attribute: A };
    expect(Rule.parse({ ...about, test: 'text', operator: 'equals', value: 'x' })).toMatchObject({
      caseSensitive: false,
    });
    expect(
      Rule.parse({ ...about, test: 'date', operator: 'after', value: '2026-01-01' }),
    ).toMatchObject({ to: { daysFromToday: 0 } });
  });

  test('counts days in whole numbers within limits', () => {
    const since = (daysFromToday: number) =>
      Rule.safeParse({
        kind: 'attribute',
        attribute: A,
        test: 'date',
        operator: 'after',
        value: { daysFromToday },
      }).success;
    expect([-1e6, 0, 1e6].map(since)).toEqual([true, true, true]);
    expect([-1e6 - 1, 1e6 + 1, 0.5].map(since)).toEqual([false, false, false]);
    const age = (days: number) =>
      Rule.safeParse({
        kind: 'attribute',
        attribute: A,
        test: 'age',
        operator: 'within-last',
        days,
      }).success;
    expect([0, 1e6].map(age)).toEqual([true, true]);
    expect([-1, 1e6 + 1, 0.5].map(age)).toEqual([false, false, false]);
  });
});

test('a value suits the types it can be of, and nothing suits all', () => {
  const types = ['number', 'text', 'choice', 'boolean', 'date', 'list'] as const;
  const suited = (value: Parameters<typeof suitsType>[0]) =>
    types.filter((type) => suitsType(value, type));
  expect(suited(null)).toEqual(types);
  expect(suited(3)).toEqual(['number']);
  expect(suited(true)).toEqual(['boolean']);
  expect(suited(['a'])).toEqual(['list']);
  expect(suited('a')).toEqual(['text', 'choice']);
  expect(suited('2026-02-28')).toEqual(['text', 'choice', 'date']);
  expect(suited('2026-02-30')).toEqual(['text', 'choice']);
});
