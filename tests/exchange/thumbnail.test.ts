import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thumbnailOf, TONES } from '../../src/exchange/formats/thumbnail';
import { cardsOf, routesOf } from '../../src/map/layout';
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

  test('draws stages behind, then transitions, then cards in the tone of their stage or end', () => {
    const at = (y: number) => ({ position: { x: 40, y } });
    const map = newMap({
      stages: { stagestagestage1: { name: 'See', color: 'teal' } },
      touchpoints: {
        touchtouchentry1: { kind: 'entry', stage: 'stagestagestage1', ...at(0) },
        touchtouchplain1: { stage: 'stagestagestage1', ...at(200) },
        touchtouchsucce1: {
          kind: 'outcome',
          outcome: 'success',
          stage: 'stagestagestage1',
          ...at(400),
        },
        touchtouchlossl1: { kind: 'outcome', outcome: 'loss', ...at(0) },
      },
      transitions: {
        transitionone001: { from: 'touchtouchentry1', to: 'touchtouchplain1' },
        transitionloop01: { from: 'touchtouchplain1', to: 'touchtouchplain1' },
      },
    });
    const parts = thumbnailOf(map).match(/<(rect|path) [^>]*>/g) ?? [];
    const told = parts.map((part) => {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(part)?.[1];
      return [of('stroke') ?? of('fill'), of('fill-opacity') ?? of('stroke-opacity'), of('rx')];
    });
    const radius = Number(told[4]?.[2]);
    expect(told).toEqual([
      [TONES.grey, '0.14', '0'],
      [TONES.teal, '0.14', '0'],
      [TONES.grey, '0.6', undefined],
      [TONES.grey, '0.6', undefined],
      [TONES.teal, '0.9', String(radius)],
      [TONES.teal, '0.9', '16'],
      [TONES.green, '0.9', String(radius)],
      [TONES.red, '0.9', String(radius)],
    ]);
    expect(radius).toBeGreaterThan(16);
  });

  test('draws transitions on the ways they take on the map, from card to card', () => {
    const map = coachingLive();
    const drawn = [...thumbnailOf(map).matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d ?? '');
    const joins = Object.entries(map.transitions).map(([id, { from, to }]) => ({ id, from, to }));
    const routes = [...routesOf(cardsOf(map), joins).values()];
    expect(drawn).toHaveLength(routes.length);
    routes.forEach(({ start }, at) => {
      const [, x, y] = /^M(-?\d+)[ ,](-?\d+)/.exec(drawn[at] ?? '') ?? [];
      expect(Math.abs(Number(x) - start.x)).toBeLessThanOrEqual(1);
      expect(Math.abs(Number(y) - start.y)).toBeLessThanOrEqual(1);
    });
  });

  test('joins the middles of cards by straight lines where there are very many', () => {
    const [from, to] = ['touchtouchfirst1', 'touchtouchsecon1'];
    const transitions = Object.fromEntries(
      Array.from({ length: 151 }, (_, n) => [`transition${n}`.padEnd(16, 'x'), { from, to }]),
    );
    const places = {
      [from]: { position: { x: 40, y: 0 } },
      [to]: { position: { x: 340, y: 200 } },
    };
    const svg = thumbnailOf(newMap({ touchpoints: places, transitions }));
    const [, x1, y1, x2, y2] = /<path d="M(\S+) (\S+)L(\S+) (\S+)"/.exec(svg) ?? [];
    expect([Number(x2) - Number(x1), Number(y2) - Number(y1)]).toEqual([300, 200]);
  });

  test('shows all of its stages, with the same room on either side', () => {
    const map = coachingLive();
    const svg = thumbnailOf(map);
    const [x = 0, y = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
      .split(' ')
      .map(Number);
    const bands = [
      ...svg.matchAll(/<rect x="(-?\d+)" y="(-?\d+)" width="(\d+)" height="(\d+)" rx="0"/g),
    ].map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number]);
    const left = Math.min(...bands.map((band) => band[0]));
    const right = Math.max(...bands.map((band) => band[0] + band[2]));
    expect(Math.abs(left - x - (x + width - right))).toBeLessThanOrEqual(2);
    for (const [, top, , tall] of bands) {
      expect(Math.abs(top - y)).toBeLessThanOrEqual(1);
      expect(Math.abs(tall - height)).toBeLessThanOrEqual(1);
    }
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
