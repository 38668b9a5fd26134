import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thumbnailOf, TONES } from '../../src/exchange/formats/thumbnail';
import { newMap } from '../../src/map/records';
import { COLORS } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

function coachingLive() {
  const { map } = parseMap(read('src/samples/coachinglive.journey.json'));
  if (!map) throw new Error('the sample cannot be read');
  return map;
}

const count = (svg: string, tag: string) => svg.split(`<${tag} `).length - 1;

describe('the small picture of a map', () => {
  test('shows every stage and touchpoint, and no word', () => {
    const map = coachingLive();
    const svg = thumbnailOf(map);
    const things = Object.keys(map.stages).length + Object.keys(map.touchpoints).length;
    expect(count(svg, 'rect')).toBe(things);
    expect(svg).not.toMatch(/<text|<title|<image/);
    for (const { name } of Object.values(map.touchpoints)) expect(svg).not.toContain(name);
    expect(svg.length).toBeLessThan(24_000);
  });

  test('carries nothing active, whatever the map says', () => {
    const bad = '"/><script>alert(1)</script>';
    const map = newMap({
      title: bad,
      stages: { stagestagestage1: { name: bad } },
      touchpoints: { touchtouchtouch1: { name: bad, stage: 'stagestagestage1' } },
    });
    expect(thumbnailOf(map)).toMatch(/^<svg [^<>]*>(<(rect|path) [^<>]*\/>)*<\/svg>$/);
  });

  test('is twice as wide as tall', () => {
    for (const map of [coachingLive(), newMap({}), newMap({ stages: { stagestagestage1: {} } })]) {
      const view = /viewBox="([^"]+)"/.exec(thumbnailOf(map))?.[1] ?? '';
      const [, , width = 0, height = 0] = view.split(' ').map(Number);
      expect(width / height).toBeCloseTo(2, 1);
    }
  });

  test('stays small for the largest maps', () => {
    const touchpoints = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, n) => [`touchpoint${n}`.padEnd(16, 'x'), {}]),
    );
    expect(thumbnailOf(newMap({ touchpoints })).length).toBeLessThan(60_000);
  });

  test('uses the middle tones of the theme', () => {
    const tokens = read('src/app/theme/tokens.css');
    for (const color of COLORS) {
      expect(tokens).toContain(`--color-${color}-solid: light-dark(${TONES[color]}, `);
    }
  });
});
