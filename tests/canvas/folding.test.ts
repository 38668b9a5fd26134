import { describe, expect, test } from 'vitest';
import {
  foldedJoins,
  outside,
  summaryOf,
  summaryRect,
  withSummaries,
} from '../../src/canvas/folding';
import { BAND, bandsOf, cardsOf } from '../../src/map/layout';
import { newMap } from '../../src/map/records';

const [see, buy] = ['stage-of-see', 'stage-of-buy'];
const [ad, blog, form, paid] = [
  'touchpoint-ad',
  'touchpoint-blog',
  'touchpoint-form',
  'touchpoint-paid',
];
const map = newMap({
  stages: { [see]: { name: 'See' }, [buy]: { name: 'Buy', order: 'a1' } },
  touchpoints: {
    [ad]: { stage: see, position: { x: 40, y: 0 } },
    [blog]: { stage: see, position: { x: 400, y: 0 } },
    [form]: { stage: buy, position: { x: 40, y: 0 } },
    [paid]: { stage: buy, position: { x: 40, y: 160 } },
  },
});
const joins = [
  { id: 'ad-blog', from: ad, to: blog },
  { id: 'ad-form', from: ad, to: form },
  { id: 'blog-form', from: blog, to: form },
  { id: 'form-paid', from: form, to: paid },
];
const folded = new Set([see]);

describe('a folded stage', () => {
  const bands = bandsOf(map, folded);

  test('is as wide as its summary, and what follows moves up', () => {
    expect(bands.map(({ width }) => width)).toEqual([BAND.folded, bandsOf(map)[1]?.width]);
    expect(bands[1]?.x).toBe(BAND.folded + BAND.gap);
  });

  test('draws none of its cards, but its summary where transitions end', () => {
    const cards = outside(folded, map.touchpoints, cardsOf(map, bands));
    expect([...cards.keys()]).toEqual([form, paid]);
    const [band] = bands;
    if (!band) throw new Error('there is no band');
    expect(withSummaries(folded, bands, cards).get(summaryOf(see))).toEqual(summaryRect(band));
  });

  test('hides the transitions inside, and draws one for all that lead to the same place', () => {
    expect(foldedJoins(folded, map.touchpoints, joins)).toEqual([
      { id: 'ad-form', from: summaryOf(see), to: form },
      { id: 'form-paid', from: form, to: paid },
    ]);
  });

  test('none leaves everything the same object', () => {
    const none = new Set<string>();
    const cards = cardsOf(map);
    expect(foldedJoins(none, map.touchpoints, joins)).toBe(joins);
    expect(outside(none, map.touchpoints, cards)).toBe(cards);
  });
});
