import {
  ACTORS,
  COST_KINDS,
  EFFECT_OPERATIONS,
  EVIDENCE_LEVELS,
  FEEDBACK_KINDS,
  MILESTONES,
  OUTCOMES,
  type Touchpoint,
  TOUCHPOINT_KINDS,
} from '../../map/schema';
import {
  attached,
  choice,
  field,
  firstOf,
  keyed,
  membership,
  oneOf,
  optional,
  outgoingField,
  readingField,
  section,
  someOf,
  tableField,
} from './build';
import type { FieldSpec, InspectorSpec } from './spec';

const isKind = (kind: Touchpoint['kind']) => (record: unknown) =>
  (record as Touchpoint).kind === kind;
const isNot = (kind: Touchpoint['kind']) => (record: unknown) =>
  (record as Touchpoint).kind !== kind;

/** Costs booked at every visit or passage. */
export const COST_ITEMS: FieldSpec = tableField('economics.costItems', [
  field('line', 'name'),
  choice('kind', COST_KINDS, 'cost.kind'),
  field('money', 'amount'),
]);

const EXPERIENCE: readonly FieldSpec[] = [
  field('text', 'doing'),
  field('text', 'thinking'),
  field('text', 'feeling'),
  field('emotion', 'emotion.now'),
  field('emotion', 'emotion.aim'),
];

const within = (prefix: readonly string[], fields: readonly FieldSpec[]): readonly FieldSpec[] =>
  fields.map((spec) => ({ ...spec, path: [...prefix, ...spec.path] }));

/** For all four kinds: fields that a kind does not read are left out by `shownFor`. */
export const TOUCHPOINT: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('kind', TOUCHPOINT_KINDS, 'touchpoint.kind'),
      choice('outcome', OUTCOMES, 'outcome', { shownFor: isKind('outcome') }),
      oneOf('stage', 'stages'),
      field('channel', 'channel'),
      choice('actor', ACTORS, 'actor'),
      field('line', 'owner'),
      field('text', 'description'),
      field('switch', 'momentOfTruth'),
      choice('milestone', MILESTONES, 'milestone', { nullable: true }),
    ],
    { open: true },
  ),
  section('inspector.goesOn', [readingField('field.reading'), outgoingField('inspector.goesOn')], {
    open: true,
    shownFor: isNot('outcome'),
  }),
  section(
    'inspector.experience',
    [
      ...within(['experience', 'default'], EXPERIENCE),
      keyed('experience.byPersona', 'personas', {}, EXPERIENCE),
      field('rating', 'satisfaction'),
      field('rating', 'importance'),
    ],
    { open: true },
  ),
  section(
    'inspector.entry',
    [
      field('number', 'weight.base', { min: 0, label: 'field.weight' }),
      keyed(
        'weight.bySegment',
        'segments',
        { value: 1 },
        [field('number', 'value', { min: 0 })],
        true,
      ),
    ],
    { shownFor: isKind('entry') },
  ),
  section(
    'inspector.measures',
    [
      attached('kpis', 'field.kpis', {
        isAttached: ({ scope }, id) => scope.kind === 'touchpoint' && scope.id === id,
        attach: (kpi, id) => {
          kpi.scope = { kind: 'touchpoint', id };
        },
        detach: (kpi) => {
          kpi.scope = { kind: 'map', id: null };
        },
        create: (id) => ({
          metric: { kind: 'catalogue', id: 'reach' },
          scope: { kind: 'touchpoint', id },
        }),
      }),
      attached('campaigns', 'field.campaigns', membership('touchpoints')),
    ],
    { open: true },
  ),
  section('inspector.money', [
    COST_ITEMS,
    field('money', 'economics.revenue'),
    field('money', 'economics.monthlyPrice', { nullable: true, hint: 'field.monthlyPrice.hint' }),
    field('days', 'dropOffAfter', { shownFor: isNot('outcome') }),
  ]),
  section('inspector.effects', [
    tableField(
      'effects',
      [
        oneOf('attribute', 'attributes', { nullable: false }),
        choice('operation', EFFECT_OPERATIONS, 'effect.operation'),
        field('value', 'value'),
      ],
      (map) => {
        const attribute = firstOf(map, 'attributes');
        return attribute === null ? null : { attribute, value: '' };
      },
    ),
  ]),
  section('inspector.messages', [
    tableField('messages', [
      oneOf('segment', 'segments'),
      field('text', 'text'),
      tableField('variants', [
        field('line', 'name'),
        field('text', 'text'),
        field('share', 'share'),
      ]),
    ]),
    optional('feedback', { kind: 'nps', question: '' }, [
      choice('kind', FEEDBACK_KINDS, 'feedback.kind'),
      field('text', 'question'),
    ]),
  ]),
  section('inspector.findings', [
    attached('pains', 'field.pains', membership('touchpoints')),
    attached('gains', 'field.gains', membership('touchpoints')),
    attached('opportunities', 'field.opportunities', membership('touchpoints')),
  ]),
  section('inspector.evidence', [
    choice('evidence.level', EVIDENCE_LEVELS, 'evidence'),
    tableField('evidence.sources', [
      field('text', 'text'),
      field('url', 'url'),
      field('date', 'date', { nullable: true }),
    ]),
    field('date', 'reviewedAt', { nullable: true }),
  ]),
  section('inspector.more', [
    field('map-link', 'subJourney'),
    someOf('images', 'images'),
    field('number', 'position.x', { own: true }),
    field('number', 'position.y', { own: true }),
  ]),
];
