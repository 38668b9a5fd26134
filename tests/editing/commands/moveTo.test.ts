import { expect, test } from 'vitest';
import { movedTo } from '../../../src/editing/commands';
import { applyEdit } from '../../../src/map/edits';
import { PITCH } from '../../../src/map/layout';
import { newMap } from '../../../src/map/records';

const at = (x: number, y: number, stage: string | null = null) => ({ position: { x, y }, stage });
const map = newMap({
  stages: { 'stage-of-buying': { name: 'Buy', order: 'a0' } },
  touchpoints: {
    'touchpoint-a': at(300, 200),
    'touchpoint-b': at(0, 0),
    'touchpoint-there': at(36, 0, 'stage-of-buying'),
  },
  notes: { 'note-of-three': at(600, 0) },
});

const moved = (touchpoints: readonly string[], stage: string | null) =>
  applyEdit(map, movedTo(map, touchpoints, ['note-of-three'], stage)).map;

test('touchpoints, then notes, stand one below the other in the order given', () => {
  const { touchpoints, notes } = moved(['touchpoint-b', 'touchpoint-a'], 'stage-of-buying');
  const [b, a, n] = [
    touchpoints['touchpoint-b']!,
    touchpoints['touchpoint-a']!,
    notes['note-of-three']!,
  ];
  expect([b.stage, a.stage, n.stage]).toEqual([
    'stage-of-buying',
    'stage-of-buying',
    'stage-of-buying',
  ]);
  expect(a.position).toEqual({ x: b.position.x, y: b.position.y + PITCH.y });
  expect(n.position).toEqual({ x: b.position.x, y: b.position.y + 2 * PITCH.y });
});

test('they stand behind what the stage holds, which stays', () => {
  const { touchpoints } = moved(['touchpoint-b'], 'stage-of-buying');
  expect(touchpoints['touchpoint-there']).toBe(map.touchpoints['touchpoint-there']);
  expect(touchpoints['touchpoint-b']!.position).not.toEqual({ x: 36, y: 0 });
});

test('no stage at all is a place too', () => {
  const { touchpoints, notes } = moved(['touchpoint-a'], null);
  expect(touchpoints['touchpoint-a']?.stage).toBeNull();
  expect(notes['note-of-three']?.stage).toBeNull();
});
