import { afterEach, expect, test, vi } from 'vitest';
import { newMap, newRecord } from '../../../src/map/records';
import { isId, JourneyMap, RECORDS } from '../../../src/map/schema';

afterEach(() => {
  vi.useRealTimers();
});

test('a new record takes its defaults beside what is known of it', () => {
  expect(newRecord('participants', { name: 'Ana' })).toEqual({
    name: 'Ana',
    role: '',
    order: 'a0',
  });
  expect(newRecord('stages', {})).toEqual(RECORDS.stages.parse({}));
  expect(() => newRecord('stages', { order: '' })).toThrow();
});

test('a new map is empty, made now and has an id of its own', () => {
  vi.useFakeTimers({ now: new Date('2026-03-04T05:06:07.089Z') });
  const map = newMap({ title: 'New' });
  expect(map).toEqual(
    JourneyMap.parse({
      format: 'journey-map',
      version: 1,
      id: map.id,
      title: 'New',
      createdAt: '2026-03-04T05:06:07.089Z',
    }),
  );
  expect(isId(map.id)).toBe(true);
  expect(newMap({}).id).not.toBe(map.id);
});

test('a new map takes the id and the day it is given', () => {
  expect(newMap({ id: 'mapmapmapmap', createdAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
    id: 'mapmapmapmap',
    createdAt: '2026-01-01T00:00:00.000Z',
  });
});
