import { describe, expect, test } from 'vitest';
import { drawNeighbours, drawRanges, leadsTo } from '../../../src/insight/walk';
import type { PossibleStep } from '../../../src/simulation/reference/walkState';

const possible = (transition: string, chance: number, otherwise = false): PossibleStep => ({
  transition,
  chance,
  written: chance,
  isOpen: true,
  otherwise,
  segment: null,
  factors: [],
  rule: null,
  turns: [],
});

/** Three in ten click, five visit, two leave. */
const step = { possible: [possible('click', 0.3), possible('visit', 0.5)], dropOff: 0.2 };

describe('where a draw leads', () => {
  test('to the transition its share lies in; the rest leaves', () => {
    expect([0, 0.29, 0.3, 0.79, 0.8, 0.99].map((drawn) => leadsTo(step, drawn))).toEqual([
      'click',
      'click',
      'visit',
      'visit',
      null,
      null,
    ]);
  });

  test('what takes the rest comes behind the others, wherever it stands', () => {
    const turned = { possible: [possible('click', 0.3, true), possible('visit', 0.7)], dropOff: 0 };
    expect(leadsTo(turned, 0.1)).toBe('visit');
    expect(leadsTo(turned, 0.9)).toBe('click');
  });

  test('to the last of all where the chances sum up to a little less than the draw', () => {
    const short = { possible: [possible('click', 0.3), possible('visit', 0.699)], dropOff: 0 };
    expect(leadsTo(short, 0.9999)).toBe('visit');
    expect(leadsTo({ possible: [], dropOff: 0 }, 0.5)).toBeNull();
  });
});

describe('the ranges of a draw', () => {
  test('have nothing for a transition without a chance, nor for leaving where nobody leaves', () => {
    const closed = { possible: [possible('click', 0), possible('visit', 1)], dropOff: 0 };
    expect(drawRanges(closed)).toEqual([{ transition: 'visit', low: 0, high: 1 }]);
  });

  test('have those beside the one chosen, as far as there are any', () => {
    const ranges = drawRanges(step);
    const named = (chosen: string | null) => {
      const beside = drawNeighbours(ranges, chosen);
      return beside && [beside.below?.transition, beside.above?.transition];
    };
    expect(named('click')).toEqual([undefined, 'visit']);
    expect(named('visit')).toEqual(['click', null]);
    expect(named(null)).toEqual(['visit', undefined]);
    expect(named('gone')).toBeNull();
  });
});
