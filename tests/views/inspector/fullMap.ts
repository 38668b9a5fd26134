import { JourneyMap, type JourneyMapInput } from '../../../src/map/schema';

/** `persona-000002`: readable, and a valid id. */
export function idOf(kind: string, index = 1): string {
  return `${kind}-${String(index).padStart(8, '0')}`.padStart(12, '0');
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Two of a kind, so that every reference has somewhere else to point. */
function two<Value>(kind: string, make: (name: string, order: string) => Value) {
  return {
    [idOf(kind, 1)]: make(`${kind} one`, 'a1'),
    [idOf(kind, 2)]: make(`${kind} two`, 'a2'),
  };
}

const kinds = ['entry', 'touchpoint', 'decision', 'outcome'] as const;
const types = ['text', 'number', 'choice', 'boolean', 'date', 'list'] as const;

const input: JourneyMapInput = {
  format: 'journey-map',
  version: 1,
  id: idOf('full-map'),
  title: 'Everything once',
  participants: two('participant', (name, order) => ({ name, order })),
  stages: two('stage', (name, order) => ({ name, order })),
  touchpoints: Object.fromEntries(
    kinds.map((kind, index) => [
      idOf(kind),
      {
        name: `${kind} one`,
        kind,
        stage: idOf('stage', index < 2 ? 1 : 2),
        position: { x: 40, y: 40 + index * 160 },
      },
    ]),
  ),
  transitions: {
    [idOf('way', 1)]: { label: 'way one', from: idOf('entry'), to: idOf('touchpoint') },
    [idOf('way', 2)]: { label: 'way two', from: idOf('touchpoint'), to: idOf('decision') },
    [idOf('way', 3)]: { label: 'way three', from: idOf('decision'), to: idOf('outcome') },
  },
  attributes: Object.fromEntries(
    types.map((type, index) => [
      idOf(`attr-${type}`),
      { name: `attribute ${type}`, type, choices: ['red', 'blue'], order: `a${String(index)}` },
    ]),
  ),
  segments: two('segment', (name, order) => ({ name, order })),
  personas: two('persona', (name, order) => ({ name, order })),
  kpis: two('kpi', (name, order) => ({ name, order })),
  campaigns: {
    [idOf('campaign', 1)]: {
      name: 'campaign one',
      order: 'a1',
      variants: { [idOf('variant')]: { name: 'A' } },
    },
    [idOf('campaign', 2)]: { name: 'campaign two', order: 'a2' },
  },
  scenarios: two('scenario', (name, order) => ({ name, order })),
  pains: two('pain', (name, order) => ({ name, order })),
  gains: two('gain', (name, order) => ({ name, order })),
  opportunities: two('chance', (name, order) => ({ name, order })),
  solutions: two('solution', (name, order) => ({ name, order })),
  actions: two('action', (name, order) => ({ name, order })),
  lanes: two('lane', (name, order) => ({ name, order })),
  notes: two('note', (text, order) => ({ text, order })),
  comments: two('comment', (text) => ({
    text,
    createdAt: '2026-03-04T05:06:07.000Z',
    target: { collection: 'stages', id: idOf('stage') },
  })),
  views: two('view', (name, order) => ({ name, order })),
  images: two('image', (name, order) => ({
    name,
    order,
    asset: idOf('asset'),
    width: 1,
    height: 1,
  })),
  assets: { [idOf('asset')]: { type: 'image/png', data: PIXEL } },
};

/** A map with every kind of record, each still as it is made. */
export const FULL_MAP: JourneyMap = JourneyMap.parse(input);
