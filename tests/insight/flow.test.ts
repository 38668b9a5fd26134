import { describe, expect, test } from 'vitest';
import { emotionCurves } from '../../src/insight/flow/emotionCurves';
import { flowLayout, flowNodes } from '../../src/insight/flow/flowLayout';
import { overlayOf } from '../../src/insight/flow/overlay';
import { stageFlow } from '../../src/insight/flow/stageFlow';
import { END_KINDS, type RunResult, type SampledWalks } from '../../src/simulation';
import { id, runOf, SHOP, shopOf } from './shop';

type End = (typeof END_KINDS)[number];
type TestWalk = readonly [end: End, ...names: string[]];

/** Sampled walks, each the touchpoints it passed and how it ended. */
function walksOf(...list: readonly TestWalk[]): SampledWalks {
  const touchpoints = [...new Set(list.flatMap(([, ...names]) => names))];
  const first = [0];
  for (const [, ...names] of list) first.push(first.at(-1)! + names.length);
  const steps = list.flatMap(([, ...names]) => names);
  return {
    touchpoints: touchpoints.map(id),
    transitions: [],
    personas: [],
    customer: list.map((_, index) => index),
    persona: list.map(() => -1),
    end: list.map(([end]) => END_KINDS.indexOf(end)),
    endClock: list.map(() => 9),
    first,
    touchpoint: steps.map((name) => touchpoints.indexOf(name)),
    transition: steps.map(() => -1),
    clock: steps.map(() => 0),
  };
}

describe('the flow from stage to stage', () => {
  const map = shopOf({
    stages: { ...SHOP.stages, [id('share')]: { name: 'Share', order: 'a2' } },
    touchpoints: {
      ...SHOP.touchpoints,
      [id('used')]: { stage: id('have') },
      [id('told')]: { stage: id('share') },
      [id('loose')]: { stage: null },
      [id('lost')]: { kind: 'outcome', outcome: 'loss', stage: id('have') },
    },
  });
  const flow = (...walks: readonly TestWalk[]) => {
    const links = stageFlow(map, { walks: walksOf(...walks) });
    return links
      .map(({ from, to, customers }) => [
        from.replace(/_+$/, ''),
        to.kind === 'stage' ? to.id.replace(/_+$/, '') : to.end,
        customers,
      ])
      .sort();
  };

  test('goes to the next later stage a customer reaches, and then to their end', () => {
    expect(flow(['outcome', 'ad', 'page', 'used', 'bought'])).toEqual([
      ['have', 'success', 1],
      ['see', 'have', 1],
    ]);
    expect(flow(['drop-off', 'ad', 'told'])).toEqual([
      ['see', 'share', 1],
      ['share', 'drop-off', 1],
    ]);
  });

  test('leaves out transitions back, so that every customer is drawn once', () => {
    expect(flow(['in-journey', 'ad', 'used', 'page', 'used', 'ad'])).toEqual([
      ['have', 'in-journey', 1],
      ['see', 'have', 1],
    ]);
  });

  test('counts customers with the same part of the flow together', () => {
    expect(
      flow(
        ['outcome', 'ad', 'used', 'bought'],
        ['outcome', 'page', 'used', 'lost'],
        ['cut-off', 'ad'],
      ),
    ).toEqual([
      ['have', 'loss', 1],
      ['have', 'success', 1],
      ['see', 'cut-off', 1],
      ['see', 'have', 2],
    ]);
  });

  test('tells apart to which later stages customers of one stage go', () => {
    expect(flow(['drop-off', 'ad', 'used'], ['drop-off', 'ad', 'told'])).toEqual([
      ['have', 'drop-off', 1],
      ['see', 'have', 1],
      ['see', 'share', 1],
      ['share', 'drop-off', 1],
    ]);
  });

  test('touchpoints without a stage and outcomes are no stages', () => {
    expect(flow(['drop-off', 'loose'])).toEqual([]);
    expect(flow(['outcome', 'page', 'loose', 'bought'])).toEqual([['see', 'success', 1]]);
  });
});

describe('feelings along the journey', () => {
  const map = shopOf({
    personas: {
      [id('ann')]: { name: 'Ann', order: 'a0' },
      [id('bob')]: { name: 'Bob', order: 'a1' },
    },
    touchpoints: {
      [id('ad')]: {
        stage: id('see'),
        experience: {
          default: { emotion: { now: 1 } },
          byPersona: { [id('bob')]: { emotion: { now: -2 } } },
        },
      },
      [id('page')]: { stage: id('see'), experience: { default: { emotion: { now: -1 } } } },
      [id('mute')]: { stage: id('have') },
    },
  });
  const visits = (ad: number, page: number, mute = 0) => ({
    customers: ad + page + mute,
    touchpoints: {
      [id('ad')]: { visits: ad },
      [id('page')]: { visits: page },
      [id('mute')]: { visits: mute },
    },
  });
  const curves = (personas: Record<string, object>) =>
    emotionCurves(map, { personas } as unknown as RunResult);

  test('are weighted by how often each persona came by, with their own feeling where they have one', () => {
    expect(curves({ [id('ann')]: visits(3, 1, 5), [id('bob')]: visits(3, 1) })).toEqual([
      { persona: id('ann'), stages: [0.5, null] },
      { persona: id('bob'), stages: [-1.75, null] },
    ]);
  });

  test('say nothing where nobody came', () => {
    expect(curves({ [id('ann')]: visits(0, 2), [id('bob')]: visits(0, 0) })).toEqual([
      { persona: id('ann'), stages: [-1, null] },
    ]);
    expect(curves({})).toEqual([]);
  });
});

describe('the numbers on the map', () => {
  test('are those of the run', async () => {
    const map = shopOf();
    const run = await runOf(map);
    const { touchpoints, transitions } = overlayOf(run);
    const page = run.touchpoints[id('page')]!;
    expect(touchpoints[id('page')]).toEqual({
      visits: page.visits,
      dropOff: page.dropOffShare.value,
    });
    const buy = run.transitions[id('buy')]!;
    expect(transitions[id('buy')]).toEqual({ flow: buy.count, share: buy.share.value });
    expect(Object.keys(touchpoints)).toHaveLength(3);
  });
});

describe('where the flow is drawn', () => {
  const map = shopOf({});
  const [first, second] = Object.keys(map.stages).map((key) => key);
  const links = [
    { from: first!, to: { kind: 'stage', id: second! }, customers: 6 },
    { from: first!, to: { kind: 'end', end: 'loss' }, customers: 2 },
    { from: second!, to: { kind: 'end', end: 'success' }, customers: 6 },
  ] as const;

  test('has stages in their order, then ends with the best at the top, and nothing nobody comes to', () => {
    expect(flowNodes(map, links)).toEqual([
      { key: first, isStage: true },
      { key: second, isStage: true },
      { key: 'success', isStage: false },
      { key: 'loss', isStage: false },
    ]);
  });

  test('goes from left to right within the box, as thick as customers are many', () => {
    const box = { left: 10, right: 210, top: 20, bottom: 120 };
    const { nodes, links: bands } = flowLayout(map, links, box);
    const left = new Map(nodes.map(({ key, x0 }) => [key, x0]));
    expect(left.get(first!)).toBe(10);
    expect(left.get('success')).toBe(200);
    expect(left.get(second!)!).toBeGreaterThan(left.get(first!)!);
    expect(nodes.every(({ y0, y1 }) => y0! >= 20 && y1! <= 120 + 1e-9)).toBe(true);
    expect(bands[0]!.width! / bands[1]!.width!).toBeCloseTo(3, 9);
    expect(bands.map(({ key }) => key)[1]).toBe(`${first}>loss`);
  });
});
