import { describe, expect, test } from 'vitest';
import { sharedObstacles, unseenRecords } from '../../src/insight';
import { newMap } from '../../src/map/records';

describe('what nobody in a sample met', () => {
  const map = newMap({
    touchpoints: { 'touchpoint-a': {}, 'touchpoint-b': {}, 'touchpoint-c': {} },
    transitions: {
      'transition-a': { from: 'touchpoint-a', to: 'touchpoint-b' },
      'transition-b': { from: 'touchpoint-b', to: 'touchpoint-c' },
    },
  });

  test('is neither what was met nor what nobody can take', () => {
    const impossible = {
      touchpoints: [{ id: 'touchpoint-c', isIdleEntry: false, transitions: [] }],
      transitions: [],
    };
    const unseen = unseenRecords(
      {
        impossible: impossible as never,
        touchpoints: new Set(['touchpoint-a']),
        transitions: new Set(['transition-a']),
      },
      map,
    );
    expect(unseen).toEqual([
      { collection: 'touchpoints', id: 'touchpoint-b' },
      { collection: 'transitions', id: 'transition-b' },
    ]);
  });
});

describe('why nobody can take a transition', () => {
  test('personas with the very same obstacle share a line, others have their own', () => {
    const earlier = (transitions: string[]) => ({ kind: 'earlier' as const, transitions });
    const shared = sharedObstacles([
      { persona: 'ann', obstacle: earlier(['x']) },
      { persona: null, obstacle: earlier(['y']) },
      { persona: 'bob', obstacle: earlier(['x']) },
    ]);
    expect(shared).toEqual([
      { obstacle: earlier(['x']), personas: ['ann', 'bob'] },
      { obstacle: earlier(['y']), personas: [null] },
    ]);
  });
});
