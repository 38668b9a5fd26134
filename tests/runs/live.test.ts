import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { EditorState } from '../../src/editing/editorState';
import { profitOf } from '../../src/kpis';
import type { JourneyMap } from '../../src/map/schema';
import { simulate } from '../../src/simulation';
import { type LiveAnswer, answerer, type LiveQuestion } from '../../src/insight/live/liveAnswer';
import { createLiveAnswers, type LiveState } from '../../src/runs/live/liveAnswers';
import type { RunState } from '../../src/runs/store/runTypes';
import { coachingLive } from './coachinglive';

const map = coachingLive();
const SEED = 5;

/** The map with one chance that many customers take changed by a factor. */
function withChance(factor: number, of: JourneyMap = map): JourneyMap {
  const [id, transition] = Object.entries(of.transitions).find(
    ([, { from, chance }]) =>
      of.touchpoints[from]!.name === 'Purchase started' && chance.base > 0.1,
  )!;
  const chance = { ...transition.chance, base: transition.chance.base * factor };
  return { ...of, transitions: { ...of.transitions, [id]: { ...transition, chance } } };
}

/** A year with a campaign on certain days, which only sampling can follow. */
const DATED = Object.keys(map.scenarios).find(
  (id) => map.scenarios[id]!.name === 'Tentpole only, 12 months',
)!;

async function begin(
  ask: (question: LiveQuestion) => Promise<LiveAnswer | null>,
  scenario: string | null = null,
) {
  const result = await simulate(map, scenario, { customers: 200, seed: SEED });
  const summary = { mapRevision: 'one', scenario, seed: SEED, customers: 200 };
  const runs = createStore(
    () => ({ current: { summary, result }, revision: 'one' }) as unknown as RunState,
  );
  const editor = createStore(() => ({ map }) as EditorState);
  const live = createLiveAnswers({
    editor: { store: editor },
    runs: { store: runs },
    ask,
    rest: 5,
  });
  live.follow();
  const states: LiveState[] = [];
  live.store.subscribe((state) => states.push(state));
  const told = () => live.store.getState();
  return {
    result,
    runs,
    editor,
    states,
    answer: () => told().answer,
    behind: () => told().behind,
  };
}

const fresh = answerer();
const ask = (question: LiveQuestion) => Promise.resolve(fresh(question));

describe('the headline of a map that is being changed', () => {
  test('begins at what the run says and follows the change with the same luck', async () => {
    const { result, editor, answer } = await begin(ask, DATED);
    editor.setState({ map: withChance(1) });
    await expect.poll(answer).not.toBeNull();
    expect(answer()!.sampled).toBe(200);
    const said = profitOf(result, map);
    expect(answer()!.figure.value).toBeCloseTo(said.value, 6);
    // Nothing has changed: it is as sure as the run.
    expect(answer()!.figure.interval![0]).toBeCloseTo(said.interval![0], 6);
    const changed = withChance(0.5);
    editor.setState({ map: changed });
    const then = await simulate(changed, DATED, { customers: 200, seed: SEED });
    await expect.poll(() => answer()!.figure.value).toBeCloseTo(profitOf(then, changed).value, 6);
  });

  test('is computed at once, and sampled customers follow when the map holds still', async () => {
    const { result, editor, answer, behind, states } = await begin(ask);
    editor.setState({ map: withChance(0.5) });
    await expect.poll(answer).toMatchObject({ sampled: null, reason: null });
    await expect.poll(behind).not.toBeNull();
    expect(answer()!.step).toBeGreaterThan(0);
    expect(behind()!.sampled).toBe(200);
    const then = await simulate(withChance(0.5), null, { customers: 200, seed: SEED });
    expect(behind()!.figure.value).toBeCloseTo(profitOf(then, map).value, 6);
    expect(behind()!.figure.value).not.toBeCloseTo(profitOf(result, map).value, 6);
    const [first, seen] = [behind(), states.length];
    editor.setState({ map: withChance(0.6) });
    await expect.poll(() => behind()?.figure.value).not.toBe(first!.figure.value);
    // What was sampled before the change is not said of it.
    expect(states.slice(seen).some((state) => state.behind === first)).toBe(false);
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
      if (question.map !== map) asked.push(question.map);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return {
        figure: { value: asked.length, interval: null },
        sampled: 200,
        step: null,
        without: [],
        reason: null,
      };
    });
    const last = withChance(0.6);
    for (const next of [withChance(0.9), withChance(0.8), withChance(0.7), last]) {
      editor.setState({ map: next });
    }
    await expect.poll(() => asked.at(-1)).toBe(last);
    await expect.poll(() => answer()?.figure.value).not.toBeUndefined();
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
  test('a map that can be solved gives the exact profit, inside the interval of the sample', async () => {
    const solvable = endless();
    const question = { map: solvable, scenario: 'endless', seed: SEED, customers: 100 };
    const answer = answerer()({ ...question, means: 'computed' });
    expect(answer).toMatchObject({ sampled: null, step: null, reason: null });
    const run = await simulate(solvable, 'endless', { seed: SEED, customers: 3_000 });
    const { value, interval } = profitOf(run, solvable);
    // Five times the half-width of a 95 % interval is about ten standard errors.
    expect(Math.abs(answer!.figure.value - value)).toBeLessThan(5 * (interval![1] - value));
  });

  test('one over a year is computed on a grid of time, far surer than many samples', async () => {
    const question = { map, scenario: null, seed: SEED, customers: 100 };
    const answer = answerer()({ ...question, means: 'computed' });
    expect(answer).toMatchObject({ sampled: null, reason: null });
    const run = await simulate(map, null, { seed: SEED, customers: 4_000, intervals: false });
    const { value, interval } = profitOf(run, map);
    const half = interval![1] - value;
    expect(Math.abs(answer!.figure.value - value)).toBeLessThan(5 * half);
    expect(answer!.figure.interval![1] - answer!.figure.value).toBeLessThan(half / 20);
  });

  test('a solver that is slow twice running is not asked again at once', () => {
    let clock = 0;
    const answer = answerer(() => (clock += 450));
    const question = { map, scenario: null, seed: SEED, customers: 50, means: 'computed' } as const;
    expect([1, 2, 3].map(() => answer(question)!.sampled)).toEqual([null, null, 50]);
    clock += 10_000;
    expect(answer(question)!.sampled).toBeNull();
  });

  test('one that cannot be computed is sampled, and says why in a sentence', () => {
    const question = { map, scenario: DATED, seed: SEED, customers: 100 };
    const answer = answerer()({ ...question, means: 'computed' });
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
