import { describe, expect, test } from 'vitest';
import { eventNames } from '../../src/machine';
import type { JourneyMap, JourneyMapInput } from '../../src/map/schema';
import { id, mapOf } from './anyMap';

type Touchpoint = NonNullable<JourneyMapInput['touchpoints']>[string];

describe('names of events', () => {
  const names = (map: JourneyMap) => {
    const { entries, transitions } = eventNames(map);
    return { entries: [...entries.values()], transitions: [...transitions.values()] };
  };
  const shop = (labels: string[], more: Record<string, Touchpoint> = {}) =>
    mapOf({
      touchpoints: {
        [id('a')]: { name: 'A', kind: 'entry' },
        [id('b')]: { name: 'B', position: { y: 100 } },
        ...more,
      },
      transitions: Object.fromEntries(
        labels.map((label, index) => [
          id(`t${String(index)}`),
          { from: id(index % 2 === 0 ? 'a' : 'b'), to: id('b'), label },
        ]),
      ),
    });

  test('are the label, else the target’s name, else Next', () => {
    expect(names(shop(['Go', '  '])).transitions).toEqual(['Go', 'B']);
    expect(names(shop([''], { [id('b')]: { name: '…~' } })).transitions).toEqual(['…']);
    expect(names(shop([''], { [id('b')]: {} })).transitions).toEqual(['Next']);
  });

  test('two of one name say where they begin, and are counted where that is not enough', () => {
    expect(names(shop(['Go', 'Go', 'Go'])).transitions).toEqual([
      'Go (from A)',
      'Go (from A) 2',
      'Go (from B)',
    ]);
    const nameless = { [id('a')]: { kind: 'entry' as const }, [id('b')]: { position: { y: 100 } } };
    expect(names(shop(['Go', 'Go'], nameless)).transitions).toEqual(['Go', 'Go 2']);
  });

  test('an arrival is the entry’s name, and counts as a wish for it', () => {
    expect(names(shop(['A']))).toEqual({ entries: ['A'], transitions: ['A (from A)'] });
    expect(names(shop([], { [id('a')]: { kind: 'entry' } })).entries).toEqual(['Start']);
  });

  test('of a decision there are none, for it chooses by itself', () => {
    const map = shop(['Go', 'On'], { [id('b')]: { name: 'B', kind: 'decision' } });
    expect(names(map).transitions).toEqual(['Go']);
  });

  test('lose what XState reads, and are no longer than 80 characters', () => {
    const said = (label: string) => names(shop([label])).transitions[0];
    expect(said(' a.b #c *d ~e\n\tf ')).toBe('a b c d e f');
    expect(said('xstate.done')).toBe('done');
    expect(said('XState xstate init')).toBe('init');
    expect(said('my xstate')).toBe('my xstate');
    expect(said('\u202eevil\u2066')).toBe('evil');
    expect(said('x'.repeat(81))).toBe('x'.repeat(80));
    expect(said(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79));
    expect(said('👩'.repeat(81))).toBe('👩'.repeat(80));
  });

  test('that every object carries are counted from two', () => {
    expect(names(shop(['constructor'])).transitions).toEqual(['constructor 2']);
    expect(names(shop(['prototype'])).transitions).toEqual(['prototype 2']);
  });
});
