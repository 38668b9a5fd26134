import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createActor, fromCallback } from 'xstate';
import { type Loss } from '../../../src/machine';
import { fromMachine } from '../../../src/machine';
import type { JourneyMap } from '../../../src/map/schema';
import { deep, runs } from '../../support/runs';
import { anyMachine, MARK, type StateConfig } from './anyMachine';
import {
  landingOf,
  machineOf,
  markOf,
  nodesOf,
  type NodeTransition,
  takeableIn,
  transitionsOf,
} from './xstateNodes';

vi.setConfig({ testTimeout: deep ? 1_200_000 : 60_000 });

/** Why a transition is not in the map. */
const LEFT_OUT = ['shadowed', 'unraised', 'no-start', 'no-target', 'unknown-target'];

function read(json: unknown) {
  const { map, notCarried } = fromMachine(json);
  if (!map) throw new Error('nothing was read');
  expect(notCarried.filter(({ code }) => code === 'more')).toEqual([]);
  return { map, reasons: reasonsOf(notCarried) };
}

/** Codes of what was left out, by pointer. */
function reasonsOf(losses: readonly Loss[]): Map<string, string> {
  const leftOut = losses.filter(({ code }) => LEFT_OUT.includes(code));
  return new Map(leftOut.map(({ pointer, code }) => [pointer.replace(/\/target$/, ''), code]));
}

/** `from –label→ to` of every transition, but for the one that leads in. */
function arrowsOf({ touchpoints, transitions }: JourneyMap): string[] {
  return Object.values(transitions)
    .map(({ from, to, label }) => `${touchpoints[from]?.name} –${label}→ ${touchpoints[to]?.name}`)
    .filter((arrow) => !arrow.startsWith('Start '))
    .sort();
}

/** Where each marked transition is written. */
function placesOf(value: unknown, pointer = ''): Map<number, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  const mark = markOf(value);
  if (!Number.isNaN(mark)) return new Map([[mark, pointer]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...placesOf(inner, `${pointer}/${key}`)]),
  );
}

const ENDS: Record<string, string> = {
  'done.actor': 'onDone',
  'error.actor': 'onError',
  snapshot: 'onSnapshot',
};

function labelOf({ eventType, guard, source }: NodeTransition): string {
  const [, end = '', id] =
    /^xstate\.(done\.actor|error\.actor|snapshot)\.(.*)$/.exec(eventType) ?? [];
  const actor = source.invoke.find((each) => each.id === id);
  const named = id === 'one' || id === 'two' ? id : actor?.src;
  const event = eventType
    .replace(/^xstate\.done\.state\..*$/, 'done')
    .replace(/^xstate\.after\.(\w+)\..*$/, 'after $1');
  const name = typeof named === 'string' ? `${named} ${ENDS[end]}` : event;
  return `${name}${typeof guard === 'string' ? ` [${guard}]` : ''}`.trim();
}

test('every transition of a machine is in the map where XState can take it, or listed', () => {
  let carriedCount = 0;
  let listedCount = 0;
  fc.assert(
    fc.property(anyMachine, (config) => {
      const { root } = machineOf(config);
      const { map, reasons } = read(config);
      const kinds = new Map(Object.values(map.touchpoints).map(({ name, kind }) => [name, kind]));
      const takeable = new Set<number>();
      const carried = new Set<number>();
      const arrows: string[] = [];
      for (const leaf of nodesOf(root).filter(({ type }) => ['atomic', 'final'].includes(type))) {
        const kind = kinds.get(leaf.key);
        expect(kind).toBeDefined();
        for (const transition of takeableIn(leaf)) {
          takeable.add(markOf(transition));
          const [target] = transition.target ?? [];
          const isStart = kind === 'decision' ? transition.eventType === '' : kind !== 'outcome';
          if (!isStart || !target) continue;
          carried.add(markOf(transition));
          arrows.push(`${leaf.key} –${labelOf(transition)}→ ${landingOf(target).key}`);
        }
      }
      expect(arrowsOf(map)).toEqual(arrows.sort());

      const places = placesOf(config);
      const listed = nodesOf(root)
        .flatMap(transitionsOf)
        .flatMap((transition) => {
          const mark = markOf(transition);
          const reason = reasons.get(places.get(mark) ?? 'nowhere');
          if (carried.has(mark)) {
            carriedCount += 1;
            expect(reason).toBeUndefined();
            return [];
          }
          listedCount += 1;
          return [{ mark, reason, isTakeable: takeable.has(mark), target: transition.target }];
        });
      for (const { reason, isTakeable, target } of listed) {
        const never = ['shadowed', 'unraised'];
        const known = isTakeable ? [target ? 'no-start' : 'no-target', 'no-start'] : never;
        expect(known).toContain(reason);
      }
    }),
    { numRuns: runs(150, 20_000) },
  );
  expect(carriedCount).toBeGreaterThan(listedCount / 10);
  expect(listedCount).toBeGreaterThan(0);
});

test('no transition that a running machine takes is called never taken', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyMachine, fc.array(fc.nat(), { maxLength: 12 }), (config, luck) => {
      const { reasons } = read(config);
      const places = placesOf(config);
      for (const mark of takenBy({ ...config, options: { maxIterations: 50 } } as never, luck)) {
        taken += 1;
        const reason = reasons.get(places.get(mark) ?? 'nowhere');
        expect(['shadowed', 'unraised']).not.toContain(reason);
      }
    }),
    { numRuns: runs(60, 5_000) },
  );
  expect(taken).toBeGreaterThan(0);
});

/** Runs a machine with guards, events and actors as luck has it; returns the marks of what it took. */
function takenBy(config: StateConfig, luck: readonly number[]): number[] {
  const taken: number[] = [];
  let asked = 0;
  const holds = () => (luck[(asked += 1) % Math.max(1, luck.length)] ?? 1) % 3 > 0;
  const silent = fromCallback(() => undefined);
  const marks = [...placesOf(config).keys()];
  const machine = machineOf(config).provide({
    guards: Object.fromEntries(marks.map((mark) => [`g${String(mark)}`, holds])),
    actors: { load: silent, save: silent },
    delays: { slow: 1_000 },
  });
  // A watched actor reports once it starts; a state that is entered again by that never rests.
  for (const invoke of nodesOf(machine.root).flatMap((node) => node.invoke)) {
    Reflect.deleteProperty(invoke, 'onSnapshot');
  }
  const events = nodesOf(machine.root)
    .flatMap((node) => [...node.transitions.keys()])
    .filter((event) => !event.startsWith('xstate.done.state.'))
    .map((event) => event.replaceAll('*', 'whatever'));
  const actor = createActor(machine, {
    inspect: (step) => {
      if (step.type === '@xstate.microstep') taken.push(...step._transitions.map(markOf));
    },
  });
  // What goes wrong in a machine ends it; that is its own affair.
  actor.subscribe({ error: () => undefined });
  actor.start();
  for (const number of luck) {
    if (events.length === 0 || actor.getSnapshot().status !== 'active') break;
    actor.send({ type: events[number % events.length]! });
  }
  actor.stop();
  return [...new Set(taken)];
}

/** Rebuilds a config, its transitions by `change`. */
function rewritten(value: unknown, change: (transition: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (typeof value !== 'object' || value === null) return value;
  if (MARK in value) return change(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rewritten(inner, change)]),
  );
}

describe('the same machine is read alike', () => {
  test('with targets alone where a transition says no more', () => {
    fc.assert(
      fc.property(anyMachine, (config) => {
        const short = rewritten(config, (transition) => {
          const { target } = transition as { target?: string };
          return target && Object.keys(transition).length === 1 ? target : transition;
        });
        expect(arrowsOf(read(short).map)).toEqual(arrowsOf(read(config).map));
        expect(read(short).reasons).toEqual(read(config).reasons);
      }),
      { numRuns: runs(100, 5_000) },
    );
  });

  test('with events and delays in lists', () => {
    fc.assert(
      fc.property(anyMachine, (config) => {
        const listed = inLists(config);
        const [before, after] = [read(config), read(listed)];
        expect(arrowsOf(after.map)).toEqual(arrowsOf(before.map));
        const [written, places] = [placesOf(config), placesOf(listed)];
        const marks = nodesOf(machineOf(listed).root).flatMap(transitionsOf).map(markOf);
        for (const mark of marks) {
          const reason = after.reasons.get(places.get(mark) ?? 'nowhere');
          expect(reason).toBe(before.reasons.get(written.get(mark) ?? 'nowhere'));
        }
      }),
      { numRuns: runs(50, 2_000) },
    );
  });

  test('as XState serialises it, but for what it leaves out', () => {
    fc.assert(
      fc.property(anyMachine, (config) => {
        const kept = withoutAlways(config);
        const definition: unknown = JSON.parse(JSON.stringify(machineOf(kept)));
        expect(arrowsOf(read(definition).map)).toEqual(arrowsOf(read(kept).map));
      }),
      { numRuns: runs(100, 5_000) },
    );
  });
});

/** `on` and `after` as XState 4 allowed them: each transition names what it waits for. */
function inLists(config: StateConfig): StateConfig {
  const list = (table: StateConfig['on'], field: string) =>
    Object.entries(table ?? {}).flatMap(([key, value]) =>
      [value].flat().map((transition) => ({ ...transition, [field]: key })),
    );
  const states = Object.entries(config.states ?? {}).map(([key, state]) => [key, inLists(state)]);
  const lists: object = {
    ...(config.on && { on: list(config.on, 'event') }),
    ...(config.after && { after: list(config.after, 'delay') }),
    ...(config.states && { states: Object.fromEntries(states) as object }),
  };
  return { ...config, ...lists };
}

function withoutAlways(config: StateConfig): StateConfig {
  const { states, ...rest } = config;
  delete rest.always;
  if (!states) return rest;
  const inside = Object.entries(states).map(([key, state]) => [key, withoutAlways(state)]);
  return { ...rest, states: Object.fromEntries(inside) as Record<string, StateConfig> };
}
