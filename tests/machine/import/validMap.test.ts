import { describe, expect, test } from 'vitest';
import { LossLog } from '../../../src/machine/import/finding';
import { validMap } from '../../../src/machine/import/validMap';
import { newMap } from '../../../src/map/records';
import type { Json } from '../../../src/map/shape';

const shop = () => {
  const map = newMap({
    stages: { 'stage-of-see': { name: 'See' } },
    touchpoints: { 'touchpoint-ad': { name: 'Ad', stage: 'stage-of-see' } },
  });
  return structuredClone(map) as unknown as Record<string, Record<string, Json>>;
};
const tried = (candidate: unknown) => {
  const log = new LossLog();
  const map = validMap(candidate as Json, (collection, id) => ['from', collection, id], log);
  const lost = log.list.map(
    ({ code, pointer, params }) => `${code} ${pointer} ${String(params.detail)}`,
  );
  return { map, lost };
};

describe('what a map does not allow is taken out, as little as possible', () => {
  test('nothing of a map that is valid', () => {
    const map = shop();
    expect(tried(map)).toEqual({ map, lost: [] });
  });

  test('a field, with the record and its other fields kept', () => {
    const map = shop();
    map.touchpoints!['touchpoint-ad']!.effects = 'none';
    const { map: left, lost } = tried(map);
    expect(left?.touchpoints['touchpoint-ad']).toMatchObject({ name: 'Ad', effects: {} });
    expect(lost).toEqual(['bad-field /from/touchpoints/touchpoint-ad effects']);
  });

  test('a field once, however much in it is wrong', () => {
    const map = shop();
    map.touchpoints!['touchpoint-ad']!.position = { x: 'left', y: 'top' };
    expect(tried(map).lost).toEqual(['bad-field /from/touchpoints/touchpoint-ad position']);
  });

  test('a record that is none', () => {
    const map = shop();
    (map.touchpoints as Record<string, unknown>)['touchpoint-odd'] = 'a card';
    const { map: left, lost } = tried(map);
    expect(Object.keys(left?.touchpoints ?? {})).toEqual(['touchpoint-ad']);
    expect(lost).toEqual(['bad-record /from/touchpoints/touchpoint-odd touchpoint-odd']);
  });

  test('a collection that is none', () => {
    const { map: left, lost } = tried({ ...shop(), stages: 7 });
    expect(left?.stages).toEqual({});
    expect(lost).toEqual([
      'bad-field /meta/map stages',
      'reference /meta/map/touchpoints/touchpoint-ad/stage touchpoints touchpoint-ad',
    ]);
  });

  test('what is no map at all is none', () => {
    expect(tried({ ...shop(), format: 'other', version: -1 }).map).toBeNull();
  });
});
