import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { incomingOf, outgoingOf } from '../../src/map/records';
import { JourneyMap } from '../../src/map/schema';
import { visitReferences } from '../../src/map/shape';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';
import { sometimesShared } from './sharedIds';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

test('generated maps are valid, whole and without loose ends', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(sometimesShared(journeyMap()), (map) => {
      expect(JourneyMap.parse(map)).toEqual(map);
      visitReferences(map, ({ to, id }) => {
        expect(Object.hasOwn(map[to], id)).toBe(true);
        seen.add(to);
      });
      for (const { kind } of Object.values(map.touchpoints)) seen.add(kind);
      for (const [id, { kind }] of Object.entries(map.touchpoints)) {
        expect(outgoingOf(map, id).length === 0).toBe(kind === 'outcome');
        if (kind === 'entry') expect(incomingOf(map, id)).toEqual([]);
      }
    }),
    { numRuns: runs(30, 2_000), seed: 7 },
  );
  for (const kind of ['entry', 'touchpoint', 'decision', 'outcome']) expect(seen).toContain(kind);
  for (const to of ['stages', 'segments', 'personas', 'campaigns', 'attributes', 'participants']) {
    expect(seen).toContain(to);
  }
});

test('without loops every transition leads forwards', () => {
  fc.assert(
    fc.property(journeyMap({ loops: false, touchpoints: 6 }), (map) => {
      for (const { from, to } of Object.values(map.transitions)) {
        if (from.startsWith('touch') && to.startsWith('touch')) expect(from < to).toBe(true);
      }
    }),
  );
});
