import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../src/canvas/folding';
import { cardAt, sceneBuilder, type SceneTables } from '../../src/canvas/scene';
import { routesOf } from '../../src/map/layout';
import { ID, journey } from './hand';

const NONE: ReadonlySet<string> = new Set();

function move(map: SceneTables, id: string, x: number, y: number): SceneTables {
  const touchpoint = { ...map.touchpoints[id]!, position: { x, y } };
  return { ...map, touchpoints: { ...map.touchpoints, [id]: touchpoint } };
}

describe('the scene', () => {
  const build = sceneBuilder();
  const { bands, cards, notes, routes, joins, stops, isWhole } = build(journey(), NONE);

  test('lays the stages side by side, and what is in them inside', () => {
    expect(bands.map(({ stage, x }) => [stage, x])).toEqual([
      [ID.see, 0],
      [ID.buy, 308],
      [ID.use, 616],
    ]);
    expect(cards.get(ID.paid)).toEqual({ x: 348, y: 160, width: 224, height: 96 });
    expect(notes.get(ID.idea)).toEqual({ x: 40, y: 200, width: 168, height: 128 });
  });

  test('routes every transition between the cards it joins', () => {
    expect(joins).toEqual([
      { id: ID.click, from: ID.ad, to: ID.form },
      { id: ID.pay, from: ID.form, to: ID.paid },
    ]);
    expect(routes.get(ID.click)).toMatchObject({ start: { x: 264 }, end: { y: 48 } });
    expect(stops).toBe(cards);
  });

  test('finds the card at a point, its edges included', () => {
    const scene = { bands, cards, notes, routes, joins, stops, isWhole };
    expect(cardAt(scene, { x: 40, y: 0 })).toBe(ID.ad);
    expect(cardAt(scene, { x: 264, y: 96 })).toBe(ID.ad);
    expect(cardAt(scene, { x: 265, y: 50 })).toBeNull();
    expect(cardAt(scene, { x: 60, y: 210 })).toBeNull();
  });
});

describe('the scene of a map being edited', () => {
  test('is the same object after an edit that moves nothing', () => {
    const build = sceneBuilder();
    const map = journey();
    const before = build(map, NONE);
    const touchpoint = { ...map.touchpoints[ID.ad]!, name: 'Poster' };
    const pay = { ...map.transitions[ID.pay]!, label: 'now' };
    const after = build(
      {
        ...map,
        touchpoints: { ...map.touchpoints, [ID.ad]: touchpoint },
        transitions: { ...map.transitions, [ID.pay]: pay },
        notes: { ...map.notes, [ID.idea]: { ...map.notes[ID.idea]!, text: 'Better' } },
      },
      NONE,
    );
    expect(after).toBe(before);
  });

  test('keeps every part but the ones in which something moved', () => {
    const build = sceneBuilder();
    const map = journey();
    const before = build(map, NONE);
    const after = build(move(map, ID.paid, 40, 170), NONE);
    expect(after.bands).toBe(before.bands);
    expect(after.notes).toBe(before.notes);
    expect(after.joins).toBe(before.joins);
    expect(after.cards.get(ID.ad)).toBe(before.cards.get(ID.ad));
    expect(after.cards.get(ID.paid)).not.toBe(before.cards.get(ID.paid));
    expect(after.routes.get(ID.click)).toBe(before.routes.get(ID.click));
    expect(after.routes.get(ID.pay)).not.toBe(before.routes.get(ID.pay));
  });

  test('makes bands of their own when a card widens its stage, and moves what is right of it', () => {
    const build = sceneBuilder();
    const map = journey();
    const before = build(map, NONE);
    const after = build(move(map, ID.ad, 140, 0), NONE);
    expect(after.bands).not.toBe(before.bands);
    expect(after.cards.get(ID.form)?.x).toBe(448);
  });

  test('has other joins when a transition leads elsewhere, and when there is one less', () => {
    const build = sceneBuilder();
    const map = journey();
    const before = build(map, NONE);
    const click = { ...map.transitions[ID.click]!, to: ID.paid };
    const rerouted = { ...map, transitions: { ...map.transitions, [ID.click]: click } };
    expect(build(rerouted, NONE).joins[0]).toEqual({ id: ID.click, from: ID.ad, to: ID.paid });
    expect(build(rerouted, NONE).cards).toBe(before.cards);
    const fewer = build({ ...map, transitions: { [ID.pay]: map.transitions[ID.pay]! } }, NONE);
    expect(fewer.joins).toEqual([{ id: ID.pay, from: ID.form, to: ID.paid }]);
    expect([...fewer.routes.keys()]).toEqual([ID.pay]);
  });

  test('draws a folded stage as its summary, and the whole again when it is unfolded', () => {
    const build = sceneBuilder();
    const map = journey();
    const before = build(map, NONE);
    const folded = build(map, new Set([ID.see]));
    expect([...folded.cards.keys()]).toEqual([ID.form, ID.paid]);
    expect([...folded.notes.keys()]).toEqual([]);
    expect([...folded.stops.keys()]).toEqual([ID.form, ID.paid, summaryOf(ID.see)]);
    expect(folded.routes.get(ID.click)?.start.x).toBe(198);
    const unfolded = build(map, NONE);
    expect([...unfolded.cards.keys()]).toEqual([...before.cards.keys()]);
    expect(unfolded.routes.get(ID.click)).toEqual(before.routes.get(ID.click));
  });
});

describe('the scene of a map with thousands of transitions', () => {
  const map = journey();
  const pay = map.transitions[ID.pay]!;
  const transitions = Object.fromEntries(
    Array.from({ length: 2_500 }, (_, at) => [`transition-${String(at).padStart(4, '0')}`, pay]),
  );

  test('routes a part of them with each call until it is whole', () => {
    const build = sceneBuilder();
    const large = { ...map, transitions };
    const parts = [build(large, NONE), build(large, NONE), build(large, NONE)];
    expect(parts.map(({ routes, isWhole }) => [routes.size, isWhole])).toEqual([
      [1_000, false],
      [2_000, false],
      [2_500, true],
    ]);
    const whole = parts[2]!;
    expect([...whole.routes]).toEqual([...routesOf(whole.stops, whole.joins)]);
    expect(build(large, NONE)).toBe(whole);
  });

  test('follows an edit amid the parts', () => {
    const build = sceneBuilder();
    build({ ...map, transitions }, NONE);
    const edited = move({ ...map, transitions }, ID.paid, 40, 170);
    let scene = build(edited, NONE);
    for (let call = 0; call < 4; call += 1) scene = build(edited, NONE);
    expect(scene.isWhole).toBe(true);
    expect([...scene.routes]).toEqual([...routesOf(scene.stops, scene.joins)]);
  });
});
