import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { EditorState } from '../../../src/editing/editor';
import { profitOf } from '../../../src/kpis';
import type { JourneyMap } from '../../../src/map/schema';
import { simulate } from '../../../src/simulation';
import { type Answer, answerer, type Question } from '../../../src/views/run/live/answer';
import { createLiveAnswers } from '../../../src/views/run/live/liveAnswers';
import type { RunState } from '../../../src/views/run/runStore';
import { coachingLive } from './coachinglive';

const map = coachingLive();
const SEED = 5;

/** The map with one chance changed by a factor. */
function withChance(factor: number, of: JourneyMap = map): JourneyMap {
  const [id, transition] = Object.entries(of.transitions).find(
    ([, { chance }]) => chance.base > 0.1,
  )!;
  const chance = { ...transition.chance, base: transition.chance.base * factor };
  return { ...of, transitions: { ...of.transitions, [id]: { ...transition, chance } } };
}

async function begin(ask: (question: Question) => Promise<Answer | null>) {
  const result = await simulate(map, null, { customers: 200, seed: SEED });
  const summary = { mapRevision: 'one', scenario: null, seed: SEED, customers: 200 };
  const runs = createStore(
    () => ({ current: { summary, result }, revision: 'one' }) as unknown as RunState,
  );
  const editor = createStore(() => ({ map }) as EditorState);
  const live = createLiveAnswers({ editor: { store: editor }, runs: { store: runs }, ask });
  live.follow();
  return { result, runs, editor, answer: () => live.store.getState().answer };
}

const fresh = answerer();
const ask = (question: Question) => Promise.resolve(fresh(question));

describe('the headline of a map that is being changed', () => {
  test('begins at what the run says and follows the change with the same luck', async () => {
    const { result, editor, answer } = await begin(ask);
    editor.setState({ map: withChance(1) });
    await expect.poll(answer).not.toBeNull();
    expect(answer()!.sampled).toBe(200);
    const said = profitOf(result, map);
    expect(answer()!.profit.value).toBeCloseTo(said.value, 6);
    // Nothing has changed: it is as sure as the run.
    expect(answer()!.profit.interval![0]).toBeCloseTo(said.interval![0], 6);
    const changed = withChance(0.5);
    editor.setState({ map: changed });
    const then = await simulate(changed, null, { customers: 200, seed: SEED });
    await expect.poll(() => answer()!.profit.value).toBeCloseTo(profitOf(then, changed).value, 6);
  });

  test('gives way to a run of the map as it is', async () => {
    const { runs, editor, answer } = await begin(ask);
    editor.setState({ map: withChance(0.5) });
    await expect.poll(answer).not.toBeNull();
    runs.setState({ revision: 'two' });
    expect(answer()).not.toBeNull();
    const { current } = runs.getState();
    runs.setState({
      current: { ...current!, summary: { ...current!.summary, mapRevision: 'two' } },
    });
    expect(answer()).toBeNull();
  });

  test('asks one question at a time, and of those that wait only the last', async () => {
    const asked: JourneyMap[] = [];
    const { editor, answer } = await begin(async (question) => {
      asked.push(question.map);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return {
        profit: { value: asked.length, interval: null },
        sampled: null,
        without: [],
        reason: null,
      };
    });
    const last = withChance(0.6);
    for (const next of [withChance(0.9), withChance(0.8), withChance(0.7), last]) {
      editor.setState({ map: next });
    }
    await expect.poll(() => asked.at(-1)).toBe(last);
    await expect.poll(() => answer()?.profit.value).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test('is not asked for what earns nothing', async () => {
    let count = 0;
    const { editor } = await begin(() => {
      count += 1;
      return Promise.resolve(null);
    });
    const [id, touchpoint] = Object.entries(map.touchpoints)[0]!;
    const moved = { ...touchpoint, position: { x: 1, y: 2 }, name: 'Elsewhere' };
    editor.setState({ map: { ...map, touchpoints: { ...map.touchpoints, [id]: moved } } });
    editor.setState({ map: { ...map, title: 'Another' } });
    expect(count).toBe(0);
  });
});

describe('answering', () => {
  test('a map that can be solved is told exactly, inside of what sampling it says', async () => {
    const solvable = endless();
    const answer = answerer()({ map: solvable, scenario: 'endless', seed: SEED, customers: 100 });
    expect(answer).toMatchObject({ sampled: null, reason: null });
    const run = await simulate(solvable, 'endless', { seed: SEED, customers: 3_000 });
    const { value, interval } = profitOf(run, solvable);
    // Five times the half-width of a 95 % interval is about ten standard errors.
    expect(Math.abs(answer!.profit.value - value)).toBeLessThan(5 * (interval![1] - value));
  });

  test('one that cannot is sampled, and says why in a sentence', () => {
    const answer = answerer()({ map, scenario: null, seed: SEED, customers: 100 });
    expect(answer!.sampled).toBe(100);
    expect(answer!.reason?.key).toMatch(/^exact\.reason\./);
  });
});

/** The map with one scenario that runs until every walk has ended, without campaigns. */
function endless(): JourneyMap {
  const [known] = Object.values(map.scenarios);
  const scenario = { ...known!, overrides: {}, campaigns: {}, horizon: null };
  return { ...map, scenarios: { endless: scenario } };
}
