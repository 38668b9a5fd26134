import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createActor } from 'xstate';
import {
  canReachOutcome,
  createJourneyMachine,
  eventNames,
  type JourneyImplementations,
  reachable,
  shortestPath,
} from '../../src/machine';
import { LEAVE } from '../../src/machine/config';
import { deep, runs } from '../support/runs';
import { anyMap, hostileName, id, mapOf } from './anyMap';

// Random maps by the thousand take their time where the long counts run.
vi.setConfig({ testTimeout: deep ? 1_200_000 : 20_000 });

/** A customer who remembers what happened, in one word each. */
interface Memory {
  readonly seen: readonly string[];
}

function remembering(rule: boolean): JourneyImplementations<Memory> {
  const remember =
    (what: string) =>
    ({ seen }: Memory, params: object): Memory => ({
      seen: [...seen, [what, 'campaign' in params ? params.campaign : ''].join(' ').trim()],
    });
  return {
    rule: () => rule,
    actions: {
      wait: remember('wait'),
      take: remember('take'),
      leave: remember('leave'),
      visit: remember('visit'),
      book: remember('book'),
      effect: remember('effect'),
      feel: remember('feel'),
      contact: remember('contact'),
      price: remember('price'),
    },
  };
}

test('driven by its events along a path, the actor ends done at the outcome', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const names = eventNames(map);
      const ends = canReachOutcome(map);
      for (const entry of names.entries.keys()) {
        if (!ends.has(entry)) continue;
        const outcome = Object.keys(map.touchpoints).find(
          (key) => map.touchpoints[key]?.kind === 'outcome' && shortestPath(map, entry, key),
        )!;
        // A decision would take its first transition by itself: keep to the paths that follow events.
        const byEvent = (_: string, { from }: { from: string }) =>
          map.touchpoints[from]?.kind !== 'decision';
        const path = shortestPath(map, entry, outcome, byEvent);
        if (!path) continue;
        const machine = createJourneyMachine(map, remembering(true));
        const actor = createActor(machine, { input: { seen: [] } }).start();
        actor.send({ type: names.entries.get(entry)! });
        for (const key of path.transitions) actor.send({ type: names.transitions.get(key)! });
        const { status, value, context } = actor.getSnapshot();
        expect({ status, value }).toEqual({ status: 'done', value: `touchpoint_${outcome}` });
        const visits = context.seen.filter((what) => what === 'visit');
        expect(visits).toHaveLength(path.touchpoints.length);
      }
    }),
    { numRuns: runs(30, 3_000) },
  );
});

test('a touchpoint does what it does in the order every engine keeps', () => {
  const map = mapOf({
    attributes: { [id('plan')]: {} },
    touchpoints: {
      [id('e')]: {
        kind: 'entry',
        economics: { revenue: 1, monthlyPrice: 0 },
        experience: { default: { emotion: { now: 1 } } },
        effects: { [id('fx')]: { attribute: id('plan'), value: 'x' } },
      },
    },
    campaigns: {
      [id('late')]: { touchpoints: { [id('e')]: true }, order: 'a1' },
      [id('early')]: { touchpoints: { [id('e')]: true }, order: 'a0' },
    },
    transitions: {
      [id('again')]: {
        from: id('e'),
        to: id('e'),
        delay: { family: 'constant', value: 1 },
        economics: { revenue: 2 },
        label: 'again',
      },
    },
  });
  const machine = createJourneyMachine(map, remembering(true));
  const actor = createActor(machine, { input: { seen: [] } }).start();
  actor.send({ type: 'Start' });
  const visit = [
    'visit',
    'book',
    'effect',
    'feel',
    `contact ${id('early')}`,
    `contact ${id('late')}`,
    'price',
  ];
  expect(actor.getSnapshot().context.seen).toEqual(visit);
  actor.send({ type: 'again' });
  expect(actor.getSnapshot().context.seen).toEqual([...visit, 'wait', 'take', 'book', ...visit]);
});

test('a cycle of decisions ends with an error instead of hanging', () => {
  const map = mapOf({
    touchpoints: {
      [id('e')]: { kind: 'entry', name: 'in' },
      [id('d1')]: { kind: 'decision', name: 'one' },
      [id('d2')]: { kind: 'decision', name: 'two' },
    },
    transitions: {
      [id('t0')]: { from: id('e'), to: id('d1') },
      [id('t1')]: { from: id('d1'), to: id('d2'), otherwise: true },
      [id('t2')]: { from: id('d2'), to: id('d1'), otherwise: true },
    },
  });
  const machine = createJourneyMachine(map, remembering(true), 50);
  const actor = createActor(machine, { input: { seen: [] } });
  let reported: unknown;
  actor.subscribe({ error: (error) => (reported = error) });
  actor.start();
  actor.send({ type: 'in' });
  actor.send({ type: 'one' });
  expect(actor.getSnapshot().status).toBe('error');
  expect(String(reported)).toContain('more than 50 microsteps');
});

test('an otherwise with a rule is taken only by those for whom it holds', () => {
  const map = mapOf({
    touchpoints: {
      [id('e')]: { kind: 'entry', name: 'in' },
      [id('d')]: { kind: 'decision', name: 'gate' },
      [id('o')]: { kind: 'outcome', name: 'out' },
    },
    transitions: {
      [id('t0')]: { from: id('e'), to: id('d') },
      [id('t1')]: { from: id('d'), to: id('o'), otherwise: true, when: { kind: 'everyone' } },
    },
  });
  const endOf = (holds: boolean) => {
    const machine = createJourneyMachine(map, remembering(holds));
    const actor = createActor(machine, { input: { seen: [] } }).start();
    actor.send({ type: 'in' });
    actor.send({ type: 'gate' });
    return actor.getSnapshot().value;
  };
  expect([endOf(true), endOf(false)]).toEqual([`touchpoint_${id('o')}`, '~left']);
});

test('whatever the names, every event moves and leaving is possible everywhere', () => {
  fc.assert(
    fc.property(fc.array(hostileName, { minLength: 4, maxLength: 4 }), ([a, b, label, c]) => {
      const map = mapOf({
        touchpoints: {
          [id('e')]: { kind: 'entry', name: a! },
          [id('b')]: { name: b! },
          [id('c')]: { name: c! },
        },
        transitions: {
          [id('t1')]: { from: id('e'), to: id('b'), label: label! },
          [id('t2')]: { from: id('b'), to: id('c'), label: label! },
          [id('t3')]: { from: id('b'), to: id('e'), label: label! },
        },
      });
      const { entries, transitions } = eventNames(map);
      const actor = createActor(createJourneyMachine(map, remembering(true)), {
        input: { seen: [] },
      }).start();
      for (const type of [...entries.values(), transitions.get(id('t1'))!]) actor.send({ type });
      actor.send({ type: transitions.get(id('t2'))! });
      expect(actor.getSnapshot().value).toEqual({ '~unsorted': `touchpoint_${id('c')}` });
      expect(reachable(map).size).toBe(3);
      actor.send({ type: LEAVE });
      expect(actor.getSnapshot().hasTag('drop-off')).toBe(true);
    }),
    { numRuns: runs(100, 5_000) },
  );
});
