import type { RuleInput } from '../../../src/map/schema';
import { idOf } from './chain';

const attribute = (name: string) => ({ kind: 'attribute', attribute: idOf(name) }) as const;
const atLeast = (value: number) => ({ operator: 'at-least', value }) as const;
const visits = { kind: 'visits', touchpoint: idOf('work') } as const;
const again = { kind: 'taken', transition: idOf('work-work') } as const;
const contacts = { kind: 'contacts', campaign: idOf('mail') } as const;

type Named = readonly [what: string, rule: RuleInput];

/** Rules of every kind on the map of `loopMap`. */
export const LOOP_RULES: readonly Named[] = [
  ['everyone', { kind: 'everyone' }],
  ['nobody', { kind: 'everyone', not: true }],
  ['visits so far', { ...visits, ...atLeast(2) }],
  ['visits since the last entry', { ...visits, scope: 'pass', ...atLeast(2) }],
  ['a number of visits between two', { ...visits, operator: 'between', value: 2, to: 3 }],
  ['a number of visits not between two', { ...visits, operator: 'not-between', value: 2, to: 3 }],
  ['a transition taken', { ...again, ...atLeast(1) }],
  ['a transition taken since the last entry', { ...again, scope: 'pass', ...atLeast(1) }],
  [
    'a transition on the way to an entry',
    { kind: 'taken', transition: idOf('work-in'), scope: 'pass', operator: 'less', value: 1 },
  ],
  ['contacts', { ...contacts, ...atLeast(1) }],
  ['contacts up to the cap', { ...contacts, operator: 'equals', value: 2 }],
  ['the control group', { kind: 'arm', campaign: idOf('mail'), arm: 'control' }],
  ['the treated', { kind: 'arm', campaign: idOf('mail'), arm: 'treated' }],
  ['a variant', { kind: 'arm', campaign: idOf('mail'), arm: idOf('two') }],
  ['days since the arrival', { kind: 'days', operator: 'more', value: 11 }],
  ['days between two', { kind: 'days', operator: 'between', value: 5, to: 15 }],
  ['revenue', { kind: 'revenue', ...atLeast(9) }],
  ['the day', { kind: 'today', operator: 'after', value: '2026-01-10' }],
  [
    'days of the year',
    { kind: 'today', operator: 'between', value: '2026-01-05', to: '2026-01-15' },
  ],
  ['a persona', { kind: 'persona', persona: idOf('old') }],
  ['a random share', { kind: 'share', id: idOf('half'), share: 0.5 }],
  ['a segment', { kind: 'segment', segment: idOf('again') }],
  ['a segment in a segment', { kind: 'segment', segment: idOf('nested') }],
  ['a number that rises', { ...attribute('count'), test: 'number', ...atLeast(2) }],
  ['a number that falls', { ...attribute('left'), test: 'number', operator: 'less', value: 2 }],
  [
    'a falling number as it is',
    { ...attribute('left'), test: 'number', operator: 'equals', value: 1 },
  ],
  ['a flag', { ...attribute('is-member'), test: 'boolean', value: true }],
  ['a text that was set', { ...attribute('plan'), test: 'text', operator: 'equals', value: 'pro' }],
  ['what is set', { ...attribute('is-member'), test: 'presence', operator: 'is-set' }],
  [
    'visits to what is gone',
    { kind: 'visits', touchpoint: idOf('gone'), operator: 'less', value: 1 },
  ],
  [
    'a transition that is gone',
    { kind: 'taken', transition: idOf('gone'), operator: 'equals', value: 0 },
  ],
  [
    'contacts of a gone campaign',
    { kind: 'contacts', campaign: idOf('gone'), operator: 'at-most', value: 0 },
  ],
  ['no arm of a gone campaign', { kind: 'arm', campaign: idOf('gone'), arm: 'control', not: true }],
  ['a gone attribute', { ...attribute('gone'), test: 'presence', operator: 'is-not-set' }],
  ['a gone segment', { kind: 'segment', segment: idOf('gone') }],
  ['a gone persona', { kind: 'persona', persona: idOf('gone') }],
  [
    'one rule of two',
    {
      kind: 'group',
      match: 'one',
      rules: [
        { ...visits, ...atLeast(2) },
        { kind: 'persona', persona: idOf('old') },
      ],
    },
  ],
];

/** Rules that the calendar may change on any day: only a horizon ends what they remember. */
export const CALENDAR_RULES: readonly Named[] = [
  [
    'a date before today',
    { ...attribute('since'), test: 'date', operator: 'before', value: { daysFromToday: 0 } },
  ],
  [
    'a date between two of today',
    {
      ...attribute('since'),
      test: 'date',
      operator: 'between',
      value: '2026-01-01',
      to: { daysFromToday: -10 },
    },
  ],
  ['the age of a date', { ...attribute('since'), test: 'age', operator: 'within-last', days: 10 }],
];

/** Rules on a list or a date that changes with every visit: there is hardly an end of its values. */
export const MOVING_RULES: readonly Named[] = [
  ['a list that grows', { ...attribute('list'), test: 'length', ...atLeast(2) }],
  [
    'what a list holds',
    { ...attribute('list'), test: 'list', operator: 'contains-any', values: ['x'] },
  ],
  [
    'a date that moves',
    { ...attribute('due'), test: 'date', operator: 'on-or-after', value: '2026-01-18' },
  ],
  [
    'a date of this month',
    { ...attribute('due'), test: 'period', offset: 'this', period: 'month' },
  ],
];
