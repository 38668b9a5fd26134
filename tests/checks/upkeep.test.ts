import { describe, expect, test } from 'vitest';
import {
  also,
  changes,
  found,
  id,
  keys,
  mapOf,
  offers,
  soundMap,
  told,
  transition,
  transitionTable,
} from './support';

describe('what nobody has looked at or named', () => {
  test('touchpoints never reviewed and those reviewed over a year ago are reported together', () => {
    const map = soundMap({
      touchpoints: {
        [id('start')]: { kind: 'entry', reviewedAt: null },
        [id('middle')]: { reviewedAt: '2025-06-14', position: { x: 0, y: 100 } },
      },
    });
    expect(told(map, 'unreviewed')).toEqual([
      {
        severity: 'hint',
        key: 'touchpoints/start:all',
        values: { count: 2, total: 3 },
        also: ['touchpoints/middle'],
      },
    ]);
  });

  test('nobody has missed a review of a map that was made within the year', () => {
    const fresh = (createdAt: string) => ({
      ...mapOf({ touchpoints: { [id('card')]: { name: 'Card' } } }),
      createdAt,
    });
    expect(found(fresh('2025-06-15T10:00:00.000Z'), 'unreviewed')).toEqual([]);
    expect(found(fresh('2025-06-14T10:00:00.000Z'), 'unreviewed')).toHaveLength(1);
  });

  test('records without a name are reported kind by kind, each in order of ids', () => {
    const nameless = { [id('b')]: {}, [id('a')]: { name: '  ' }, [id('c')]: { name: 'C' } };
    const map = mapOf({
      stages: nameless,
      touchpoints: nameless,
      attributes: nameless,
      segments: nameless,
      personas: nameless,
      kpis: nameless,
      campaigns: nameless,
      scenarios: nameless,
    });
    const kinds = [
      'stages',
      'touchpoints',
      'attributes',
      'segments',
      'personas',
      'kpis',
      'campaigns',
      'scenarios',
    ];
    expect(keys(map, 'no-name')).toEqual(kinds.map((kind) => `${kind}/a:${kind}`));
    expect(also(map, 'no-name')).toEqual(kinds.map((kind) => [`${kind}/b`]));
    expect(told(map, 'no-name')[0]?.values).toEqual({ collection: 'stages', count: 2 });
  });

  test('transitions and solutions may stay without a name', () => {
    const map = soundMap({ solutions: { [id('idea')]: {} } });
    expect(found(map, 'no-name')).toEqual([]);
  });
});

describe('cards in no stage', () => {
  const stages = {
    [id('one')]: { name: 'One', order: 'a0' },
    [id('two')]: { name: 'Two', order: 'a1' },
  };
  const placed = (stage: string | null) => ({ stage: stage === null ? null : id(stage) });

  test('take the stage of what leads to them rather than of what they lead to', () => {
    const map = mapOf({
      stages,
      touchpoints: {
        [id('from')]: placed('two'),
        [id('to')]: placed('one'),
        [id('card')]: placed(null),
      },
      transitions: transitionTable(transition('card', 'to'), transition('from', 'card')),
    });
    expect(changes(map, 'no-stage', 'neighbours')).toEqual(['touchpoints/card/stage = "two"']);
  });

  test('pass it on to loose neighbours of theirs, whichever way they are connected', () => {
    const map = mapOf({
      stages,
      touchpoints: {
        [id('far')]: placed(null),
        [id('near')]: placed(null),
        [id('card')]: placed('two'),
        [id('before')]: placed(null),
      },
      transitions: transitionTable(
        transition('near', 'far'),
        transition('card', 'near'),
        transition('before', 'far'),
      ),
    });
    expect(changes(map, 'no-stage', 'neighbours')).toEqual([
      'touchpoints/before/stage = "two"',
      'touchpoints/far/stage = "two"',
      'touchpoints/near/stage = "two"',
    ]);
  });

  test('where one of them has no neighbour to follow, nothing is offered', () => {
    const map = mapOf({
      stages,
      touchpoints: {
        [id('card')]: placed(null),
        [id('to')]: placed('one'),
        [id('alone')]: placed(null),
      },
      transitions: transitionTable(transition('card', 'to')),
    });
    expect(told(map, 'no-stage')).toMatchObject([{ values: { count: 2 } }]);
    expect(offers(map, 'no-stage')).toEqual([[]]);
  });
});
