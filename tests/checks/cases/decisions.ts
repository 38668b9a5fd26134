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
