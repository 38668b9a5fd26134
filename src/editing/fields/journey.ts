import { Currency, LanguageTag, MAP_STATES } from '../../map/schema';
import { choice, field, keyed, oneOf, readingField, section } from './build';
import { DELAY } from './distributions';
import type { InspectorSpec, ShownFor, TextFormat } from './spec';
import { COST_ITEMS } from './touchpoints';
import type { Transition } from '../../map/schema';

/** Has it a chance? Not where it takes the rest, nor out of a decision, which reads none. */
const isChance: ShownFor = (record, map) => {
  const { otherwise, from } = record as Transition;
  return !otherwise && map.touchpoints[from]?.kind !== 'decision';
};

/** The name is edited in the head of the inspector, here as for every record. */
export const STAGE: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('color', 'color'),
      field('text', 'goal'),
      field('line', 'owner'),
      field('text', 'description'),
    ],
    { open: true },
  ),
];

/** Where it leads, who takes it how often, how long it takes and what it costs. */
export const TRANSITION: InspectorSpec = [
  section(
    'inspector.endpoints',
    [
      oneOf('from', 'touchpoints', { nullable: false }),
      oneOf('to', 'touchpoints', { nullable: false }),
      field('line', 'label'),
    ],
    { open: true },
  ),
  section(
    'inspector.who',
    [
      readingField('field.reading'),
      field('rule', 'when'),
      field('switch', 'otherwise', { hint: 'field.otherwise.hint' }),
      field('share', 'chance.base', {
        label: 'field.chance',
        hint: 'field.chance.hint',
        shownFor: isChance,
        slides: true,
      }),
      {
        ...keyed(
          'chance.bySegment',
          'segments',
          { value: 0 },
          [field('share', 'value', { slides: true })],
          true,
        ),
        shownFor: isChance,
      },
    ],
    { open: true },
  ),
  section('inspector.delay', [DELAY], { open: true }),
  section('inspector.money', [COST_ITEMS, field('money', 'economics.revenue')]),
];

const LANGUAGE: TextFormat = {
  accepts: (text) => LanguageTag.safeParse(text).success,
  otherwise: 'field.language.form',
};
const CURRENCY: TextFormat = {
  accepts: (text) => Currency.safeParse(text).success,
  otherwise: 'field.currency.form',
};

/** The map itself. */
export const MAP: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('line', 'title'),
      field('text', 'description'),
      choice('state', MAP_STATES, 'map.state'),
      field('line', 'owner'),
      field('line', 'language', { format: LANGUAGE }),
      field('line', 'currency', { format: CURRENCY }),
      field('readonly', 'createdAt'),
    ],
    { open: true },
  ),
  section(
    'inspector.market',
    [
      field('number', 'market.arrivalsPerMonth', { min: 0 }),
      field('money', 'market.fixedCostPerMonth'),
      field('share', 'market.grossMargin'),
      field('share', 'market.discountRate', { max: 10 }),
    ],
    { open: true },
  ),
];
