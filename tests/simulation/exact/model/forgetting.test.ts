import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const endless = Scenario.parse({ horizon: null });
type Effect = { operation: 'set' | 'append'; value: string | string[] };

/** Half arrive with the plan; the second touchpoint changes it, and after the third it is read. */
function planMap(effect: Effect | null) {
  return smallMap({
    touchpoints: {
      start: 'entry',
      changes: {
        effects: effect
          ? { [idOf('change')]: { attribute: idOf('plan'), order: 'a0', ...effect } }
          : {},
      },
      reads: 'touchpoint',
      done: 'outcome',
    },
    transitions: {
      'start-changes': 1,
      'changes-reads': 1,
      'reads-done': {
        chance: { base: 1 },
        when: {
          kind: 'attribute',
          attribute: idOf('plan'),
          test: 'text',
          operator: 'equals',
          value: 'pro',
        },
      },
    },
    personas: {
      all: {
        attributes: {
          [idOf('plan')]: {
            family: 'choice',
            options: [
              { value: 'pro', share: 1 },
              { value: 'free', share: 1 },
            ],
          },
        },
      },
    },
    attributes: { plan: { type: 'text' } },
  });
}

describe('what nobody reads any more is no part of a state', () => {
  test('an attribute from where it is set', () => {
    const { states, total } = solveExact(planMap({ operation: 'set', value: 'pro' }), endless);
    expect(total.outcomes[idOf('done')]).toBe(1);
    expect(states).toBe(4);
  });

  test('but an attribute up to where it is read', () => {
    const { states, total } = solveExact(planMap(null), endless);
    expect(total.outcomes[idOf('done')]).toBe(0.5);
    expect(states).toBe(7);
  });

  test('and one whose change needs the value before', () => {
    // A text takes no list: it stays as it was.
    const { states, total } = solveExact(planMap({ operation: 'append', value: ['pro'] }), endless);
    expect(total.outcomes[idOf('done')]).toBe(0.5);
    expect(states).toBe(7);
  });

  test('a count beyond which its rule does not change', () => {
    const map = smallMap({
      touchpoints: { start: 'entry', done: 'outcome' },
      transitions: {
        'start-start': { chance: { base: 0.5 }, delay: days(1) },
        'start-done': {
          chance: { base: 0.25 },
          when: { kind: 'visits', touchpoint: idOf('start'), operator: 'at-least', value: 3 },
        },
      },
    });
    const { states, total } = solveExact(map, endless);
    // Visits 1, 2, 3, and 4 for all above; and the end.
    expect(states).toBe(5);
    expect(total.outcomes[idOf('done')]).toBeCloseTo((0.5 ** 2 * 0.25) / (1 - 0.5), 12);
  });

  test('one of two dates that no rule tells apart', () => {
    const dated = (operator: 'before' | 'between', value: string, to?: string) =>
      smallMap({
        touchpoints: { start: 'entry', done: 'outcome' },
        transitions: {
          'start-done': {
            chance: { base: 1 },
            when: {
              kind: 'attribute',
              attribute: idOf('since'),
              test: 'date',
              operator,
              value,
              ...(to !== undefined && { to }),
            },
          },
        },
        personas: {
          all: {
            attributes: {
              [idOf('since')]: {
                family: 'choice',
                options: ['2025-01-01', '2025-06-01'].map((value) => ({ value, share: 1 })),
              },
            },
          },
        },
        attributes: { since: { type: 'date' } },
      });
    const solved = (...rule: Parameters<typeof dated>) => {
      const { states, total } = solveExact(dated(...rule), endless);
      return [states, total.outcomes[idOf('done')]];
    };
    expect(solved('before', '2026-01-01')).toEqual([2, 1]);
    expect(solved('before', '2025-06-01')).toEqual([3, 0.5]);
    expect(solved('between', '2025-01-01', '2025-12-31')).toEqual([2, 1]);
    expect(solved('between', '2025-01-02', '2025-12-31')).toEqual([3, 0.5]);
  });
});
