import { expect, test } from 'vitest';
import { hashOf, parseRoute } from '../../src/app/routes';

test('a map, its view and the library have addresses that read back', () => {
  const routes = [{ at: 'library' }, { at: 'map', id: 'abcdefghijkl', view: 'insights' }] as const;
  for (const route of routes) expect(parseRoute(hashOf(route))).toEqual(route);
});

test('an unknown view is the map, anything else the library', () => {
  expect(parseRoute('#/map/abcdefghijkl/nonsense')).toEqual({
    at: 'map',
    id: 'abcdefghijkl',
    view: 'map',
  });
  for (const hash of ['', '#', '#/', '#/map', '#/map/', '#/elsewhere/x']) {
    expect(parseRoute(hash), hash).toEqual({ at: 'library' });
  }
});
