import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/map/edits';
import { inOrder } from '../../../src/map/records';
import type { JourneyMap } from '../../../src/map/schema';
import {
  addLane,
  keepLanes,
  kindsToAdd,
  lanesOf,
  moveLane,
  removeLane,
  showLane,
} from '../../../src/map/table/lanes';
import { shop } from '../../views/table/shop';

const ids = Array.from({ length: 8 }, (_, index) => `suggested-lane-${index}`);
const lanesIn = (map: JourneyMap) => lanesOf(map.lanes, ids, (kind) => `the ${kind}`);
const kinds = (map: JourneyMap) => lanesIn(map).map(({ kind }) => kind);
const after = (map: JourneyMap, edit: Edit | null) => (edit ? applyEdit(map, edit).map : map);

describe('suggested lanes', () => {
  const map = shop();
  const lanes = lanesIn(map);

  test('are kept as they are shown, in the same order', () => {
    const kept = after(map, keepLanes(lanes));
    expect(inOrder(kept.lanes).map(([id]) => id)).toEqual(ids);
    expect(kinds(kept)).toEqual(lanes.map(({ kind }) => kind));
    expect(after(kept, keepLanes(lanes))).toEqual(kept);
  });

  test('are kept by the first edit of any of them, in the same step', () => {
    const hidden = after(map, showLane(lanes, 'suggested-lane-0', false));
    expect(
      lanesIn(hidden)
        .filter(({ visible }) => !visible)
        .map(({ kind }) => kind),
    ).toEqual(['doing']);
    expect(kinds(after(map, removeLane(lanes, 'suggested-lane-0')))).not.toContain('doing');
    expect(kinds(after(map, addLane(lanes, 'lane-of-evidence', 'evidence', 'Proof'))).at(-1)).toBe(
      'evidence',
    );
  });
});

describe('the order of lanes', () => {
  test('changes by one place among those in sight', () => {
    const kept = after(shop(), keepLanes(lanesIn(shop())));
    const hidden = after(kept, showLane(lanesIn(kept), 'suggested-lane-1', false));
    const down = after(hidden, moveLane(lanesIn(hidden), 'suggested-lane-0', 1));
    expect(kinds(down).slice(0, 3)).toEqual(['thinking', 'feeling', 'doing']);
    const back = after(down, moveLane(lanesIn(down), 'suggested-lane-0', -1));
    expect(kinds(back).filter((kind) => kind !== 'thinking')).toEqual(
      kinds(kept).filter((kind) => kind !== 'thinking'),
    );
    expect(moveLane(lanesIn(kept), 'suggested-lane-0', -1)).toBeNull();
    expect(moveLane(lanesIn(kept), 'suggested-lane-7', 1)).toBeNull();
  });
});

test('a kind of lane can be had once, own texts any number of times', () => {
  const offered = kindsToAdd(lanesIn(shop()));
  expect(offered).not.toContain('doing');
  expect(offered).toContain('gains');
  expect(offered.at(-1)).toBe('custom');
});
