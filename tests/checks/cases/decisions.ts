import { decision, id, old, transition, transitionTable, young } from '../support';
import type { Cases } from './case';

export const DECISIONS: Cases = {
  'decision-without-otherwise': {
    bad: decision(transitionTable(transition('choice', 'end', { when: old }))),
    near: decision(
      transitionTable(
        transition('choice', 'end', { when: old }),
        transition('choice', 'lost', { otherwise: true }),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'touchpoints/choice:',
      values: { name: 'Choice' },
      labels: {
        add: { last: 'Choice → End', to: 'Lost' },
        last: { last: 'Choice → End', to: 'Lost' },
      },
    },
    fixes: {
      add: ['+ choice → lost otherwise'],
      last: ['transitions/way-0/otherwise = true', 'transitions/way-0/when = null'],
    },
  },
  'decision-cycle': {
    bad: decision(
      transitionTable(transition('choice', 'again', { when: old }), transition('again', 'choice')),
      {
        [id('again')]: { kind: 'decision' },
      },
    ),
    near: decision(
      transitionTable(transition('choice', 'again', { when: old }), transition('again', 'choice')),
      {
        [id('again')]: { kind: 'touchpoint' },
      },
    ),
    finds: {
      severity: 'error',
      key: 'touchpoints/again:',
      values: { name: '…', count: 2 },
      also: ['touchpoints/choice'],
    },
    fixes: { cut: ['- transitions/way-0'] },
  },
  'decision-with-chances': {
    bad: decision(
      transitionTable(
        transition('choice', 'end', { chance: { base: 0.6 } }),
        transition('choice', 'lost', { chance: { base: 0.4 }, order: 'a1' }),
      ),
    ),
    // What drawing two transitions leaves: nobody has written these.
    near: decision(
      transitionTable(
        transition('choice', 'end'),
        transition('choice', 'lost', { chance: { base: 0 }, order: 'a1' }),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'touchpoints/choice:',
      variant: 'everybody',
      values: { name: 'Choice', first: 'Choice → End' },
      also: ['transitions/way-0', 'transitions/way-1'],
    },
    fixes: {
      rule: [
        'transitions/way-0/chance/base = 0',
        'transitions/way-1/chance/base = 0',
        'transitions/way-1/otherwise = true',
      ],
      chance: ['touchpoints/choice/kind = "touchpoint"'],
    },
  },
  'decision-with-chances:rules': {
    bad: decision(
      transitionTable(
        transition('choice', 'end', { when: old, chance: { base: 0.6 } }),
        transition('choice', 'lost', { chance: { base: 0.4 }, order: 'a1' }),
      ),
    ),
    near: decision(
      transitionTable(
        transition('choice', 'end', { when: old }),
        transition('choice', 'lost', { order: 'a1' }),
      ),
    ),
    finds: {
      severity: 'hint',
      key: 'touchpoints/choice:',
      variant: 'rules',
      values: { name: 'Choice' },
      also: ['transitions/way-0', 'transitions/way-1'],
    },
    fixes: {
      rule: [
        'transitions/way-0/chance/base = 0',
        'transitions/way-1/chance/base = 0',
        'transitions/way-1/otherwise = true',
      ],
      chance: ['touchpoints/choice/kind = "touchpoint"'],
    },
  },
  'shadowed:everybody': {
    bad: decision(
      transitionTable(
        transition('choice', 'end'),
        transition('choice', 'lost', { chance: { base: 0 }, order: 'a1' }),
      ),
    ),
    near: decision(transitionTable(transition('choice', 'end'))),
    finds: {
      severity: 'warning',
      key: 'transitions/way-1:',
      variant: 'everybody',
      values: { name: 'Choice → Lost', earlier: 'Choice → End' },
      also: ['transitions/way-0'],
    },
    fixes: {
      chance: [
        'touchpoints/choice/kind = "touchpoint"',
        'transitions/way-0/chance/base = 0.5',
        'transitions/way-1/chance/base = 0.5',
      ],
      remove: ['- transitions/way-1'],
    },
  },
  'shadowed:rule': {
    bad: decision(
      transitionTable(
        transition('choice', 'end'),
        transition('choice', 'lost', { when: old, order: 'a1' }),
      ),
    ),
    near: decision(
      transitionTable(
        transition('choice', 'end', { otherwise: true }),
        transition('choice', 'lost', { when: old, order: 'a1' }),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'transitions/way-1:',
      variant: 'everybody',
      values: { name: 'Choice → Lost', earlier: 'Choice → End' },
      also: ['transitions/way-0'],
    },
    fixes: {
      otherwise: ['transitions/way-0/otherwise = true'],
      remove: ['- transitions/way-1'],
    },
  },
  shadowed: {
    bad: decision(
      transitionTable(
        transition('choice', 'end', { when: old }),
        transition('choice', 'lost', { when: { ...old, value: 60 } }),
      ),
    ),
    near: decision(
      transitionTable(
        transition('choice', 'end', { when: { ...old, value: 60 } }),
        transition('choice', 'lost', { when: old }),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'transitions/way-1:',
      values: { name: 'Choice → Lost', earlier: 'Choice → End' },
      also: ['transitions/way-0'],
    },
    fixes: { remove: ['- transitions/way-1'] },
  },
  overlap: {
    bad: decision(
      transitionTable(
        transition('choice', 'end', { when: { ...old, value: 60 } }),
        transition('choice', 'lost', { when: old }),
      ),
    ),
    near: decision(
      transitionTable(
        transition('choice', 'end', { when: old }),
        transition('choice', 'lost', { when: young }),
      ),
    ),
    finds: {
      severity: 'hint',
      key: 'touchpoints/choice:',
      values: { name: 'Choice', first: 'Choice → End', second: 'Choice → Lost', more: 0 },
      also: ['transitions/way-0', 'transitions/way-1'],
    },
    fixes: {},
  },
};
