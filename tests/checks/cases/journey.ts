import {
  halfChance,
  id,
  loose,
  mapOf,
  soundMap,
  segment,
  type Touchpoints,
  transition,
  transitionTable,
} from '../support';
import type { Cases } from './case';

const cards = (transitions: ReturnType<typeof transitionTable>) =>
  mapOf({
    touchpoints: { [id('a')]: { name: 'A' }, [id('b')]: { name: 'B' }, [id('c')]: { name: 'C' } },
    transitions,
  });

const twoStages = (touchpoints: Touchpoints, transitions: ReturnType<typeof transitionTable>) =>
  mapOf({
    stages: {
      [id('one')]: { name: 'One', order: 'a0' },
      [id('two')]: { name: 'Two', order: 'a1' },
    },
    touchpoints: {
      [id('start')]: { kind: 'entry', stage: id('one') },
      [id('stay')]: { stage: id('one') },
      [id('end')]: { kind: 'outcome', stage: id('two') },
      ...touchpoints,
    },
    transitions,
  });

const many = (count: number): Touchpoints =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      id(`extra-${String(index)}`),
      { name: 'Extra', stage: id('stage'), reviewedAt: '2026-06-01' },
    ]),
  );

const sub = (map: string): Touchpoints => ({
  [id('middle')]: { name: 'Middle', subJourney: { map: id(map), title: 'Detail' } },
});

export const JOURNEY: Cases = {
  'not-connected': {
    bad: cards({}),
    near: cards(transitionTable(transition('a', 'b'))),
    finds: { severity: 'hint', key: 'map:', values: { count: 3 } },
    fixes: { line: ['+ a → b 1', '+ b → c 1', 'touchpoints/a/kind = "entry"'] },
  },
  'no-entry': {
    bad: cards(transitionTable(transition('a', 'b'), transition('b', 'c'))),
    near: cards({}),
    finds: { severity: 'warning', key: 'map:', values: {}, labels: { first: { name: 'A' } } },
    fixes: { first: ['touchpoints/a/kind = "entry"'] },
  },
  'no-outcome': {
    bad: cards(transitionTable(transition('a', 'b'), transition('b', 'c'))),
    near: soundMap(),
    finds: { severity: 'warning', key: 'map:', values: { count: 1 } },
    fixes: { ends: ['touchpoints/c/kind = "outcome"'] },
  },
  'entry-weights-zero': {
    bad: soundMap({ touchpoints: { [id('start')]: { kind: 'entry', weight: { base: 0 } } } }),
    near: soundMap({ touchpoints: { [id('start')]: { kind: 'entry', weight: { base: 0.1 } } } }),
    finds: { severity: 'error', key: 'touchpoints/start:', values: { count: 1 } },
    fixes: { even: ['touchpoints/start/weight/base = 1'] },
  },
  unreachable: {
    bad: soundMap({
      transitions: halfChance,
      touchpoints: { [id('loose')]: { stage: id('stage'), position: { x: 0, y: 300 } } },
    }),
    near: soundMap({
      transitions: transitionTable(transition('middle', 'loose')),
      touchpoints: loose(),
    }),
    finds: {
      severity: 'warning',
      key: 'touchpoints/loose:',
      values: { name: '…' },
      labels: { connect: { from: 'Start' }, entry: { from: 'Start' } },
    },
    fixes: { connect: ['+ start → loose 0.5'], entry: ['touchpoints/loose/kind = "entry"'] },
  },
  'unreachable:nobody drops off before it': {
    bad: soundMap({ touchpoints: loose('decision') }),
    near: soundMap({ touchpoints: loose('entry') }),
    finds: { severity: 'warning', key: 'touchpoints/loose:', values: { name: 'Loose' } },
    fixes: {},
  },
  'dead-end': {
    bad: soundMap({
      transitions: transitionTable(transition('middle', 'loose')),
      touchpoints: loose(),
    }),
    near: soundMap({
      transitions: transitionTable(transition('middle', 'loose')),
      touchpoints: { [id('loose')]: { dropOffAfter: 30 } },
    }),
    finds: { severity: 'warning', key: 'touchpoints/loose:', values: { name: 'Loose' } },
    fixes: { outcome: ['touchpoints/loose/kind = "outcome"'] },
  },
  endless: {
    bad: soundMap({
      touchpoints: loose(),
      transitions: transitionTable(transition('start', 'loose'), transition('loose', 'loose')),
    }),
    near: soundMap({
      touchpoints: loose(),
      transitions: transitionTable(
        transition('start', 'loose'),
        transition('loose', 'loose', { chance: { base: 0.9 } }),
      ),
    }),
    finds: { severity: 'warning', key: 'touchpoints/loose:', values: { name: 'Loose', count: 1 } },
    fixes: {},
  },
  'stage-nobody-leaves': {
    bad: twoStages(
      {},
      transitionTable(
        transition('start', 'stay'),
        transition('stay', 'start', { chance: { base: 0.5 } }),
      ),
    ),
    near: twoStages(
      {},
      transitionTable(
        transition('start', 'stay'),
        transition('stay', 'end', { chance: { base: 0.5 } }),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'stages/one:',
      values: { name: 'One' },
      labels: { next: { from: '…', to: '…' } },
    },
    fixes: { next: ['+ stay → end 0.5'] },
  },
  'outcome-with-transition': {
    bad: soundMap({ transitions: transitionTable(transition('end', 'start')) }),
    near: soundMap(),
    finds: {
      severity: 'error',
      key: 'touchpoints/end:',
      values: { name: 'End', count: 1 },
      also: ['transitions/way-0'],
    },
    fixes: { remove: ['- transitions/way-0'], touchpoint: ['touchpoints/end/kind = "touchpoint"'] },
  },
  'no-stage': {
    bad: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle' }, [id('end')]: { kind: 'outcome' } },
    }),
    near: mapOf({ touchpoints: { [id('middle')]: { name: 'Middle' } } }),
    finds: {
      severity: 'hint',
      key: 'touchpoints/end:all',
      values: { count: 2 },
      also: ['touchpoints/middle'],
    },
    fixes: {
      neighbours: ['touchpoints/end/stage = "stage"', 'touchpoints/middle/stage = "stage"'],
    },
  },
  'too-large': {
    bad: soundMap({ touchpoints: many(58) }),
    near: soundMap({ touchpoints: many(57) }),
    finds: { severity: 'hint', key: 'map:', values: { count: 61, limit: 60 } },
    fixes: {},
  },
  unreviewed: {
    bad: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle', reviewedAt: '2025-06-14' } },
    }),
    near: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle', reviewedAt: '2025-06-15' } },
    }),
    finds: { severity: 'hint', key: 'touchpoints/middle:all', values: { count: 1, total: 3 } },
    fixes: {},
  },
  'no-name': {
    bad: segment({ name: ' ' }),
    near: segment({ name: 'x' }),
    finds: {
      severity: 'hint',
      key: 'segments/seg:segments',
      values: { collection: 'segments', count: 1 },
    },
    fixes: {},
  },
  'sub-journey-of-itself': {
    bad: soundMap({ touchpoints: sub('map') }),
    near: soundMap({ touchpoints: sub('another') }),
    finds: { severity: 'warning', key: 'touchpoints/middle:', values: { name: 'Middle' } },
    fixes: { remove: ['touchpoints/middle/subJourney = null'] },
  },
};
