import {
  age,
  halfChance,
  id,
  old,
  row,
  soundMap,
  transition,
  transitionTable,
  young,
} from '../support';
import type { Cases } from './case';

const chances = (first: object, second: object, more: object = {}) =>
  soundMap({
    ...more,
    transitions: {
      ...transitionTable(transition('middle', 'end', { chance: first })),
      [id('finish')]: transition('middle', 'end', {
        chance: second,
        label: 'other',
        delay: { family: 'constant', value: 1 },
      }),
    },
  });

const chancesOf = (chance: object, second: object) =>
  soundMap({
    transitions: {
      [id('finish')]: transition('middle', 'end', { chance }),
      ...transitionTable(transition('middle', 'end', { chance, ...second })),
    },
  });

export const CHANCES: Cases = {
  'chances-over-one': {
    bad: chances({ base: 0.6 }, { base: 0.5 }),
    near: chances({ base: 0.1 + 0.2 }, { base: 0.7 }),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:',
      variant: 'base',
      values: { name: 'Middle', sum: 1.1, segments: '' },
      also: ['transitions/finish', 'transitions/way-0'],
    },
    fixes: {
      scale: [
        'transitions/finish/chance/base = 0.45454545454545453',
        'transitions/way-0/chance/base = 0.5454545454545454',
      ],
    },
  },
  'chances-over-one:for people in two segments': {
    bad: chances(
      { base: 0.2, bySegment: row('old', 0.6) },
      { base: 0.2, bySegment: row('half', 0.6) },
      {
        attributes: age,
        segments: {
          [id('old')]: { name: 'Old', rule: old },
          [id('half')]: { name: 'Half', rule: { kind: 'share', id: id('draw'), share: 0.5 } },
        },
      },
    ),
    near: chances(
      { base: 0.2, bySegment: row('old', 0.6) },
      { base: 0.2, bySegment: row('young', 0.6) },
      {
        attributes: age,
        segments: {
          [id('old')]: { name: 'Old', rule: old },
          [id('young')]: { name: 'Young', rule: young },
        },
      },
    ),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:',
      variant: 'segments',
      values: { name: 'Middle', sum: 1.2, segments: 'Half + Old' },
      also: ['transitions/finish', 'transitions/way-0'],
    },
    fixes: {
      scale: [
        'transitions/finish/chance/bySegment/half/value = 0.5',
        'transitions/way-0/chance/bySegment/old/value = 0.5',
      ],
    },
  },
  'chances-over-one:where two rules hold': {
    bad: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: transition('middle', 'end', { when: old }),
        ...transitionTable(transition('middle', 'start', { when: { ...old, value: 60 } })),
      },
    }),
    near: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: transition('middle', 'end', { when: old }),
        ...transitionTable(transition('middle', 'start', { when: young })),
      },
    }),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:',
      variant: 'rules',
      values: { name: 'Middle', sum: 2, segments: '' },
      also: ['transitions/finish', 'transitions/way-0'],
    },
    fixes: {
      scale: ['transitions/finish/chance/base = 0.5', 'transitions/way-0/chance/base = 0.5'],
    },
  },
  'zero-chance': {
    bad: soundMap({
      transitions: {
        ...halfChance,
        ...transitionTable(transition('start', 'end', { chance: { base: 0 } })),
      },
    }),
    near: soundMap({
      transitions: {
        ...halfChance,
        ...transitionTable(transition('start', 'end', { chance: { base: 0 } })),
      },
      scenarios: {
        [id('whatif')]: {
          name: 'What if',
          overrides: {
            [id('change')]: {
              collection: 'transitions',
              id: id('way-0'),
              path: '/chance/base',
              value: 0.1,
            },
          },
        },
      },
    }),
    finds: { severity: 'warning', key: 'transitions/way-0:', values: { name: 'Start → End' } },
    fixes: { rest: ['transitions/way-0/chance/base = 0.5'], remove: ['- transitions/way-0'] },
  },
  'zero-chance:nothing left': {
    bad: soundMap({
      transitions: transitionTable(transition('start', 'end', { chance: { base: 0 } })),
    }),
    near: soundMap({
      transitions: {
        ...halfChance,
        ...transitionTable(transition('start', 'end', { chance: { base: 0.5 } })),
      },
    }),
    finds: { severity: 'warning', key: 'transitions/way-0:', values: { name: 'Start → End' } },
    fixes: {
      share: ['transitions/go/chance/base = 0.5', 'transitions/way-0/chance/base = 0.5'],
      remove: ['- transitions/way-0'],
    },
  },
  'zero-chance:everywhere': {
    bad: soundMap({
      transitions: {
        [id('go')]: transition('start', 'middle', { chance: {} }),
        [id('finish')]: transition('middle', 'end', { chance: {} }),
      },
    }),
    near: soundMap({
      transitions: { [id('go')]: transition('start', 'middle', { otherwise: true, chance: {} }) },
    }),
    finds: { severity: 'hint', key: 'map:', variant: 'all', values: {} },
    fixes: { even: ['transitions/finish/chance/base = 1', 'transitions/go/chance/base = 1'] },
  },
  'two-otherwise': {
    bad: soundMap({
      transitions: {
        [id('finish')]: transition('middle', 'end', { otherwise: true }),
        ...transitionTable(transition('middle', 'start', { otherwise: true })),
      },
    }),
    near: soundMap({
      transitions: { [id('finish')]: transition('middle', 'end', { otherwise: true }) },
    }),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:',
      values: { name: 'Middle', count: 2 },
      also: ['transitions/finish', 'transitions/way-0'],
      labels: { first: { first: 'Middle → End' } },
    },
    fixes: { first: ['transitions/way-0/otherwise = false'] },
  },
  'duplicate-transition': {
    bad: chancesOf({ base: 0.3 }, {}),
    near: chancesOf({ base: 0.3 }, { delay: { family: 'constant', value: 3 } }),
    finds: {
      severity: 'hint',
      key: 'transitions/way-0:finish',
      values: { from: 'Middle', to: 'End' },
      also: ['transitions/finish'],
    },
    fixes: {
      merge: ['- transitions/way-0', 'transitions/finish/chance/base = 0.6'],
      remove: ['- transitions/way-0'],
    },
  },
};
