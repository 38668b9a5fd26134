import type { JourneyMap, RuleInput } from '../../../src/map/schema';
import { idOf } from './chain';
import { days, smallMap } from './smallMap';

/**
 * Customers go round at work, or back through the entry, ten days a round, until they are done, which the
 * rule allows, or drop off. Members of the segment with the rule go round less often.
 */
export function loopMap(rule: RuleInput): JourneyMap {
  return smallMap({
    touchpoints: {
      in: { kind: 'entry', economics: { revenue: 5 } },
      work: {
        economics: { revenue: 2 },
        effects: {
          [idOf('more')]: { attribute: idOf('count'), operation: 'add', value: 1, order: 'a0' },
          [idOf('later')]: { attribute: idOf('due'), operation: 'add', value: 5, order: 'a1' },
          [idOf('less')]: { attribute: idOf('left'), operation: 'add', value: -1, order: 'a2' },
          [idOf('list')]: { attribute: idOf('list'), operation: 'append', value: 'x', order: 'a3' },
          [idOf('plan')]: { attribute: idOf('plan'), operation: 'set', value: 'pro', order: 'a4' },
        },
      },
      done: 'outcome',
    },
    transitions: {
      'in-work': { chance: { base: 1 }, delay: days(1) },
      'work-work': {
        chance: { base: 0.35, bySegment: { [idOf('rule')]: { order: 'a0', value: 0.15 } } },
        delay: days(10),
      },
      'work-in': { chance: { base: 0.2 }, delay: days(10) },
      'work-done': { chance: { base: 0.4 }, when: rule },
    },
    segments: {
      rule,
      again: { kind: 'visits', touchpoint: idOf('work'), operator: 'at-least', value: 2 },
      nested: { kind: 'segment', segment: idOf('again') },
    },
    campaigns: {
      mail: {
        touchpoints: { [idOf('work')]: true },
        controlShare: 0.2,
        maxContacts: 2,
        cost: { perContact: 3 },
        variants: {
          [idOf('one')]: { share: 0.5, order: 'a0' },
          [idOf('two')]: { share: 1, order: 'a1' },
        },
      },
    },
    personas: {
      young: {
        attributes: {
          [idOf('plan')]: {
            family: 'choice',
            options: [
              { value: 'free', share: 1 },
              { value: 'basic', share: 3 },
            ],
          },
          [idOf('is-member')]: { family: 'flag', share: 0.4 },
        },
      },
      old: { share: 2 },
    },
    attributes: {
      count: { type: 'number' },
      left: { type: 'number', default: 3 },
      due: { type: 'date', default: '2026-01-08' },
      since: { type: 'date', default: '2026-01-08' },
      list: { type: 'list' },
      plan: { type: 'text' },
      'is-member': { type: 'boolean' },
    },
  });
}
