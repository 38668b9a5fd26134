import { createActor, createMachine } from 'xstate';
import type { JourneyMap, Scenario } from '../../src/map/schema';
import { choiceWord, Draws, keyOfId, wordOfShare } from '../../src/simulation/chance/draws';
import { Recorder } from '../../src/simulation/compiled/tally/recorder';
import { compileTables } from '../../src/simulation/compiled/tables/tables';
import { CompiledEngine } from '../../src/simulation/compiled/engine/engine';
import { referenceEngine } from '../../src/simulation/reference/engine';
import { setUp } from '../../src/simulation/setup/setUp';
import { idOf } from '../simulation/support/chain';
import { ROWS } from './chain';
import type { Contender } from './rounds';

const SEED = 1;
const TRANSITIONS = ROWS.map((row) =>
  row.flatMap((chance, to) => (chance > 0 ? [{ to, chance }] : [])),
);
const isFinal = (state: number) => state >= 8;

/** XState as it is meant to be used: an actor for each customer, an event for each step. */
export function xstateActors(customers: number): Contender {
  const machine = createMachine({
    initial: 's0',
    states: Object.fromEntries(
      TRANSITIONS.map((transitions, state) => [
        `s${String(state)}`,
        isFinal(state)
          ? { type: 'final' as const }
          : {
              on: Object.fromEntries(
                transitions.map(({ to }) => [
                  `to${String(to)}`,
                  { target: `s${String(to)}`, reenter: true },
                ]),
              ),
            },
      ]),
    ),
  });
  const events = ROWS.map((_, to) => ({ type: `to${String(to)}` }));
  return {
    name: 'XState, an actor per customer',
    run: () => {
      let steps = 0;
      for (let customer = 0; customer < customers; customer += 1) {
        const actor = createActor(machine);
        actor.start();
        let state = 0;
        while (!isFinal(state)) {
          const transitions = TRANSITIONS[state]!;
          let u = Math.random();
          let at = 0;
          while (at < transitions.length - 1 && (u -= transitions[at]!.chance) >= 0) at += 1;
          state = transitions[at]!.to;
          actor.send(events[state]!);
          steps += 1;
        }
      }
      return steps;
    },
  };
}

/**
 * What one would write by hand for this chain alone: typed arrays, cumulative limits, the engine's own
 * draws. `guided`: with a table that says where among the limits to begin.
 */
export function tightLoop(customers: number, guided: boolean): Contender {
  const first: number[] = [];
  const limits: number[] = [];
  const targets: number[] = [];
  for (const transitions of TRANSITIONS) {
    first.push(limits.length);
    let sum = 0;
    transitions.forEach(({ to, chance }, at) => {
      sum += chance;
      limits.push(at === transitions.length - 1 ? Infinity : wordOfShare(sum));
      targets.push(to);
    });
  }
  const limit = Float64Array.from(limits);
  const target = Int32Array.from(targets);
  const start = new Int32Array(10 * 64);
  for (let state = 0; state < 10; state += 1) {
    for (let bucket = 0; bucket < 64; bucket += 1) {
      let slot = first[state]!;
      while (guided && bucket * 2 ** 26 >= limit[slot]!) slot += 1;
      start[state * 64 + bucket] = slot;
    }
  }
  const keys = ROWS.map((_, state) => keyOfId(idOf(String(state))));
  const low = Int32Array.from(keys, (key) => key.low);
  const high = Int32Array.from(keys, (key) => key.high);
  const visits = new Int32Array(10);
  const counts = new Float64Array(10);
  const draws = new Draws(SEED);
  return {
    name: guided ? 'a tight loop by hand, with a guide table' : 'a tight loop by hand',
    run: () => {
      let steps = 0;
      for (let customer = 0; customer < customers; customer += 1) {
        const key = draws.keyOf(customer);
        const key0 = key[0]!;
        const key1 = key[1]!;
        const key2 = key[2]!;
        const key3 = key[3]!;
        for (let state = 0; state < 10; state += 1) visits[state] = 0;
        let state = 0;
        for (;;) {
          const visit = visits[state]! + 1;
          visits[state] = visit;
          counts[state]! += 1;
          if (isFinal(state)) break;
          const word = choiceWord(key0, key1, key2, key3, low[state]!, high[state]!, visit);
          let slot = start[(state << 6) | (word >>> 26)]!;
          while (word >= limit[slot]!) slot += 1;
          state = target[slot]!;
          steps += 1;
        }
      }
      return steps;
    },
  };
}

/** Walks alone: who goes where and when, without keeping a tally. */
export function bareEngine(map: JourneyMap, scenario: Scenario, customers: number): Contender {
  const engine = new CompiledEngine(compileTables(setUp(map, { ...scenario, seed: SEED })));
  let next = 0;
  return {
    name: 'the engine, walking',
    run: () => {
      let steps = 0;
      for (let done = 0; done < customers; done += 1) {
        engine.walk(next++);
        steps += engine.log.length - 1;
      }
      return steps;
    },
  };
}

/** A run as the app makes it: walked and tallied in full. */
export function fullEngine(map: JourneyMap, scenario: Scenario, customers: number): Contender {
  const recorder = new Recorder(
    compileTables(setUp(map, { ...scenario, seed: SEED })),
    0,
    scenario.customers,
  );
  let next = 0;
  return {
    name: 'the engine, walking and counting everything',
    run: () => {
      let steps = 0;
      for (let done = 0; done < customers; done += 1) steps += recorder.walk(next++);
      return steps;
    },
  };
}

export function reference(map: JourneyMap, scenario: Scenario, customers: number): Contender {
  const engine = referenceEngine(setUp(map, { ...scenario, seed: SEED }));
  let next = 0;
  return {
    name: 'the reference engine',
    run: () => {
      let steps = 0;
      for (let done = 0; done < customers; done += 1) {
        steps += (engine.walk(next++)?.steps.length ?? 1) - 1;
      }
      return steps;
    },
  };
}
