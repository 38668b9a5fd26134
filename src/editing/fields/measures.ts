import { CATALOGUE, KPI_UNITS, unitOf } from '../../kpis';
import type { MessageId } from '../../language';
import { today } from '../../map/records';
import {
  CAMPAIGN_STATUSES,
  COUNTINGS,
  DIRECTIONS,
  type Kpi,
  MAX_CUSTOMERS,
  REPEATS,
} from '../../map/schema';
import { choice, field, firstOf, keyed, oneOf, section, someOf, tableField, union } from './build';
import type { FieldSpec, InspectorSpec } from './spec';

const THEME_OF = new Map<string, string>(
  Object.entries(CATALOGUE).flatMap(([theme, list]) => list.map(({ id }) => [id, theme] as const)),
);
const METRIC_IDS = [...THEME_OF.keys()];
const SCOPED = [
  ['stage', 'stages'],
  ['touchpoint', 'touchpoints'],
  ['transition', 'transitions'],
  ['segment', 'segments'],
  ['persona', 'personas'],
] as const;

const METRIC: FieldSpec = union('metric', 'kind', 'metric', [
  {
    value: 'catalogue',
    initial: { id: 'conversion' },
    fields: [
      choice('id', METRIC_IDS, 'kpi', {
        label: 'field.metric',
        nameOf: (id) => `kpi.${id}.name` as MessageId,
        groupOf: (id) => `kpi.theme.${THEME_OF.get(id) ?? 'value'}` as MessageId,
      }),
    ],
  },
  {
    value: 'formula',
    initial: { expression: 'acquired / customers', unit: 'share' },
    fields: [
      field('text', 'expression', { hint: 'field.expression.hint' }),
      choice('unit', KPI_UNITS, 'kpi.unit'),
    ],
  },
]);

const SCOPE: FieldSpec = union('scope', 'kind', 'kpi.scope', [
  { value: 'map', initial: { id: null }, fields: [] },
  ...SCOPED.map(([value, to]) => ({
    value,
    initial: {},
    fields: [oneOf('id', to, { nullable: false, label: `record.${to}.one` as MessageId })],
  })),
]);

/** A value of the KPI, in the unit of its metric. */
const inItsUnit = { unitOf: (record: unknown) => unitOf(record as Kpi) };

/** What is measured where, its target, and values from outside of any run. */
export const KPI: InspectorSpec = [
  section(
    'inspector.about',
    [
      METRIC,
      SCOPE,
      oneOf('params.from', 'touchpoints', { label: 'field.kpiFrom' }),
      oneOf('params.to', 'touchpoints', { label: 'field.kpiTo' }),
      field('days', 'params.period', { nullable: true }),
      choice('direction', DIRECTIONS, 'direction'),
      field('number', 'target', { nullable: true, ...inItsUnit }),
      field('number', 'warn', { nullable: true, ...inItsUnit }),
      field('line', 'owner'),
      field('text', 'description'),
    ],
    { open: true },
  ),
  section('inspector.actuals', [
    tableField(
      'actuals',
      [field('date', 'date'), field('number', 'value', inItsUnit), field('text', 'source')],
      () => ({ date: today(), value: 0, source: '' }),
    ),
  ]),
];

const range = (control: 'number', key: string, min: number): readonly FieldSpec[] =>
  [key, 'low', 'high'].map((each) => field(control, each, { min }));

const EFFECT: FieldSpec = tableField(
  'effects',
  [
    union('', 'kind', 'campaign.effect', [
      {
        value: 'lift',
        initial: { transition: '' },
        fields: [
          oneOf('transition', 'transitions', { nullable: false }),
          field('variant', 'variant', { nullable: true }),
          ...range('number', 'factor', 0),
        ],
      },
      {
        value: 'emotion',
        initial: { touchpoint: '' },
        fields: [
          oneOf('touchpoint', 'touchpoints', { nullable: false }),
          field('variant', 'variant', { nullable: true }),
          ...range('number', 'change', -4),
        ],
      },
    ]),
  ],
  (map) => {
    const transition = firstOf(map, 'transitions');
    return transition === null ? null : { kind: 'lift', transition };
  },
);

/** Who is contacted where and when, what it costs and what it changes. */
export const CAMPAIGN: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('status', CAMPAIGN_STATUSES, 'campaign.status'),
      field('line', 'kind', { label: 'field.campaignKind' }),
      someOf('touchpoints', 'touchpoints'),
      oneOf('segment', 'segments'),
      field('channel', 'channel'),
      field('line', 'owner'),
      field('text', 'description'),
    ],
    { open: true },
  ),
  section('inspector.effects', [EFFECT], { open: true }),
  section('inspector.money', [field('money', 'cost.fixed'), field('money', 'cost.perContact')], {
    open: true,
  }),
  section('inspector.contacts', [
    field('integer', 'maxContacts', { nullable: true, min: 0, hint: 'field.maxContacts.hint' }),
    field('days', 'lastsDays', { nullable: true, hint: 'field.lastsDays.hint' }),
    tableField(
      'schedule',
      [field('date', 'from'), field('date', 'to'), choice('repeats', REPEATS, 'repeats')],
      () => ({ from: today(), to: today() }),
    ),
  ]),
  section('inspector.test', [
    field('share', 'controlShare'),
    tableField('variants', [
      field('line', 'name'),
      field('text', 'message'),
      field('share', 'share'),
    ]),
  ]),
];

/** Which campaigns act, which numbers of the map are replaced, and the conventions of a run. */
export const SCENARIO: InspectorSpec = [
  section('inspector.about', [field('text', 'description')], { open: true }),
  section(
    'inspector.campaigns',
    [keyed('campaigns', 'campaigns', true, [field('switch', '', { label: 'field.acts' })])],
    { open: true },
  ),
  section(
    'inspector.overrides',
    [
      tableField(
        'overrides',
        [field('number-path', '', { label: 'field.number' }), field('number', 'value')],
        (map) => {
          const id = firstOf(map, 'transitions');
          return id === null
            ? null
            : { collection: 'transitions', id, path: '/chance/base', value: 0 };
        },
      ),
    ],
    { open: true },
  ),
  section(
    'inspector.run',
    [
      field('date', 'startDate'),
      field('days', 'horizon', { nullable: true, hint: 'field.horizon.hint' }),
      union('arrivals', 'kind', 'arrivals', [
        { value: 'cohort', initial: {}, fields: [] },
        { value: 'steady', initial: { days: 365 }, fields: [field('days', 'days')] },
        { value: 'list', initial: { days: [0] }, fields: [field('numbers', 'days')] },
      ]),
      field('integer', 'customers', { min: 1, max: MAX_CUSTOMERS }),
      field('integer', 'seed', { min: 0 }),
      choice('counting', COUNTINGS, 'counting'),
      field('switch', 'discountFirstPeriod'),
      field('days', 'cycleDays'),
      field('readonly', 'dataset'),
    ],
    { open: true },
  ),
];
