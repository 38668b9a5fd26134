import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import {
  fromMachine,
  LOSS_CODES,
  MACHINE_PROBLEM_CODES,
  messageOf,
  parseMachine,
  toMachine,
} from '../../../src/machine';
import { JourneyMap, LIMITS } from '../../../src/map/schema';
import { deep, runs } from '../../support/runs';
import { anyMap, id, mapOf } from '../anyMap';
import { read } from './readMachine';

// Random maps by the thousand take their time where the long counts run.
vi.setConfig({ testTimeout: deep ? 1_200_000 : 20_000 });

const checkout = {
  id: 'checkout',
  initial: 'cart',
  context: { items: [] },
  states: {
    cart: { on: { BUY: [{ target: 'paying', guard: 'hasItems' }, 'empty'] }, tags: ['shop'] },
    empty: { after: { 86400000: 'cart', someDay: 'left' } },
    paying: {
      initial: 'card',
      on: { CANCEL: '#checkout.cart' },
      onDone: { target: 'done', actions: ['thank'] },
      states: {
        card: {
          invoke: { src: 'charge', onDone: 'paid', onError: { target: '.retry', reenter: true } },
          initial: 'fresh',
          states: { fresh: { on: { 'card.*': { target: 'retry' } } }, retry: { entry: 'log' } },
        },
        paid: { type: 'final', output: 1 },
        memory: { type: 'history', history: 'deep' },
      },
    },
    done: { type: 'final' },
    left: { type: 'final' },
  },
};

test('a machine of another program becomes stages, touchpoints and transitions', () => {
  const { map, stages, steps, transitions } = read(checkout);
  expect(map.title).toBe('checkout');
  expect(stages).toEqual(['paying']);
  expect(steps).toEqual([
    'entry cart',
    'touchpoint empty',
    'touchpoint fresh in paying',
    'touchpoint retry in paying',
    'touchpoint paid in paying',
    'outcome done',
    'outcome left',
  ]);
  expect(transitions).toEqual([
    'cart –BUY [hasItems]→ fresh',
    'cart –BUY→ empty',
    'empty –after 86400000→ cart',
    'empty –after someDay→ left',
    'fresh –card.*→ retry',
    'fresh –charge onDone→ paid',
    'fresh –charge onError→ retry',
    'fresh –CANCEL→ cart',
    'retry –charge onDone→ paid',
    'retry –charge onError→ retry',
    'retry –CANCEL→ cart',
    'paid –done→ done',
  ]);
});

test('a file that is read twice gives the same map, and another file another one', () => {
  const other = { ...checkout, initial: 'empty', states: { ...checkout.states, extra: {} } };
  expect(fromMachine(structuredClone(checkout))).toEqual(fromMachine(checkout));
  expect(read(other).map.id).not.toBe(read(checkout).map.id);
});

test('a numeric delay becomes days, and transitions without chances share them evenly', () => {
  const { map } = read(checkout);
  const byLabel = (label: string) =>
    Object.values(map.transitions).find((transition) => transition.label === label);
  expect(byLabel('after 86400000')?.delay).toEqual({ family: 'constant', value: 1 });
  expect(byLabel('BUY')?.chance.base).toBe(0.5);
});

test('everything that cannot come along is listed with its place', () => {
  expect(read(checkout).lost).toEqual([
    'context /context',
    'tag /states/cart/tags',
    'actor /states/paying/states/card/invoke',
    'action /states/paying/states/card/states/retry/entry',
    'output /states/paying/states/paid/output',
    'nested /states/paying/states/card',
    'history /states/paying/states/memory',
    'guard /states/cart/on/BUY/0/guard',
    'delay /states/empty/after/someDay',
    'wildcard /states/paying/states/card/states/fresh/on/card.*',
    'inherited /states/paying/states/card/invoke/onDone',
    'inherited /states/paying/states/card/invoke/onError',
    'inherited /states/paying/on/CANCEL',
    'action /states/paying/onDone/actions',
    'chances ',
  ]);
});

test('regions that run side by side come in one after the other', () => {
  const { stages, steps, lost } = read({
    type: 'parallel',
    states: {
      mail: { initial: 'sent', states: { sent: { on: { OPEN: ['read'] } }, read: {} } },
      shop: { initial: 'idle', states: { idle: {} } },
    },
  });
  expect(stages).toEqual(['mail', 'shop']);
  expect(steps).toEqual([
    'entry sent in mail',
    'touchpoint read in mail',
    'touchpoint idle in shop',
  ]);
  expect(lost).toContain('parallel ');
});

test('choosing by guards of another program becomes choosing by chance', () => {
  const { steps, lost } = read({
    initial: 'gate',
    states: {
      gate: { always: [{ target: 'a', guard: { type: 'isOld', params: { age: 9 } } }, 'b'] },
      a: { on: { A: { target: ['b', 'gate'] }, B: { actions: 'x' }, C: 'nowhere' } },
      b: { always: 'a' },
    },
  });
  expect(steps).toEqual(['entry gate', 'touchpoint a', 'decision b']);
  expect(lost).toEqual([
    'guard /states/gate/always/0/guard',
    'mixed /states/gate',
    'several-targets /states/a/on/A/target',
    'action /states/a/on/B/actions',
    'no-target /states/a/on/B',
    'unknown-target /states/a/on/C/target',
    'chances ',
  ]);
});

test('a final state inside a state that goes on no further is an outcome, and said to be', () => {
  const { steps, lost } = read({
    initial: 'a',
    states: { a: { initial: 'b', states: { b: { on: { X: 'c' } }, c: { type: 'final' } } } },
  });
  expect(steps).toEqual(['entry b in a', 'outcome c in a']);
  expect(lost).toContain('final-inside /states/a/states/c');
});

test('a machine that begins at a decision or an end gets an entry before it', () => {
  const { steps, transitions } = read({ initial: 'end', states: { end: { type: 'final' } } });
  expect(steps).toEqual(['outcome end', 'entry Start']);
  expect(transitions).toEqual(['Start –→ end']);
});

const shop = mapOf({
  stages: { [id('look')]: { name: 'Look' }, [id('buy')]: { name: 'Buy', order: 'a1' } },
  attributes: { [id('age')]: { type: 'number' } },
  touchpoints: {
    [id('ad')]: { kind: 'entry', name: 'Ad', stage: id('look'), weight: { base: 3 } },
    [id('sure')]: { kind: 'decision', name: 'Sure?', stage: id('buy') },
    [id('yes')]: { kind: 'outcome', name: 'Yes' },
    [id('no')]: { kind: 'outcome', name: 'No' },
  },
  transitions: {
    [id('t1')]: { from: id('ad'), to: id('sure'), chance: { base: 0.7 } },
    [id('t2')]: {
      from: id('sure'),
      to: id('yes'),
      when: { kind: 'days', operator: 'less', value: 3 },
    },
    [id('t3')]: { from: id('sure'), to: id('no'), order: 'a1', otherwise: true },
  },
  campaigns: { [id('mail')]: { touchpoints: { [id('ad')]: true, [id('yes')]: true } } },
});

test('what somebody changed in our machine with another tool comes back changed', () => {
  const machine = toMachine(shop);
  const sure = machine.states[`stage_${id('buy')}`]!.states![`touchpoint_${id('sure')}`]!;
  sure.description = 'Really?';
  sure.always!.reverse();
  const ad = machine.states[`stage_${id('look')}`]!.states![`touchpoint_${id('ad')}`]!;
  Object.values(ad.on!)[0]!.target = `#touchpoint_${id('yes')}`;
  const { map, notCarried } = fromMachine(machine);
  expect(notCarried).toEqual([]);
  expect(map?.touchpoints[id('sure')]?.name).toBe('Really?');
  expect(map?.transitions[id('t1')]).toMatchObject({ to: id('yes'), chance: { base: 0.7 } });
  // Whatever comes first is tried first: nobody reads the rule behind it any more.
  expect(map?.transitions[id('t3')]?.otherwise).toBe(false);
  const { t3, t2 } = { t3: map!.transitions[id('t3')]!, t2: map!.transitions[id('t2')]! };
  expect(t3.order < t2.order).toBe(true);
});

test('a transition somebody added beside ours gets no chance, the last place and a finding', () => {
  const machine = toMachine(shop);
  const ad = machine.states[`stage_${id('look')}`]!.states![`touchpoint_${id('ad')}`]!;
  Object.assign(ad.on!, { NEW: { target: `#touchpoint_${id('no')}` } });
  const { map, notCarried } = fromMachine(machine);
  const added = Object.values(map!.transitions).find(({ label }) => label === 'NEW');
  expect(added).toMatchObject({ from: id('ad'), to: id('no'), chance: { base: 0 } });
  expect(map!.transitions[id('t1')]).toMatchObject({ chance: { base: 0.7 } });
  expect(map!.transitions[id('t1')]!.order < added!.order).toBe(true);
  expect(notCarried.map(({ code }) => code)).toEqual(['chances']);
});

test('what is added to a decision of ours takes the rest only if it has no guard', () => {
  const withLast = (last: object) => {
    const machine = toMachine(shop);
    const sure = machine.states[`stage_${id('buy')}`]!.states![`touchpoint_${id('sure')}`]!;
    sure.always!.pop();
    sure.always!.push(last as never);
    const { map } = fromMachine(machine);
    return Object.values(map!.transitions).find(({ to }) => to === id('no'));
  };
  const target = `#touchpoint_${id('no')}`;
  expect(withLast({ target })).toMatchObject({ otherwise: true });
  expect(withLast({ target, guard: 'isSure' })).toMatchObject({ otherwise: false });
});

test('what a state says in its own words stands in the machine once', () => {
  const record = JSON.parse(JSON.stringify(toMachine(shop))) as {
    states: Record<string, { meta: { record: object } }>;
  };
  expect(record.states[`touchpoint_${id('yes')}`]!.meta.record).toEqual({});
});

test('a state that stays where it is at once is no decision', () => {
  const kinds = (always: unknown) =>
    Object.values(
      fromMachine({ initial: 'z', states: { z: { on: { GO: 'a' } }, a: { always }, b: {} } }).map!
        .touchpoints,
    ).map(({ kind }) => kind);
  expect(kinds('b')).toEqual(['entry', 'decision', 'touchpoint']);
  expect(kinds([{ actions: 'log' }])).toEqual(['entry', 'touchpoint', 'touchpoint']);
});

test('what pointed at a state somebody deleted gives way, and is reported', () => {
  const machine = toMachine(shop);
  Reflect.deleteProperty(machine.states, `touchpoint_${id('yes')}`);
  const { map, notCarried } = fromMachine(machine);
  expect(map?.campaigns[id('mail')]?.touchpoints).toEqual({ [id('ad')]: true });
  expect(notCarried.map(({ code }) => code)).toEqual(['unknown-target', 'reference']);
});

test('a state pasted twice keeps both, the second under a new id', () => {
  const machine = toMachine(shop);
  machine.states.copy = structuredClone(machine.states[`touchpoint_${id('no')}`]!);
  const { map, notCarried } = fromMachine(machine);
  expect(Object.keys(map?.touchpoints ?? {})).toHaveLength(5);
  expect(notCarried.map(({ code }) => code)).toEqual(['duplicate-id']);
});

const nestedBy = (levels: number) => {
  let state: Record<string, unknown> = {};
  for (let level = 0; level < levels; level += 1) state = { initial: 's', states: { s: state } };
  return state;
};
const cyclic: Record<string, unknown> = { states: {} };
cyclic.states = { again: cyclic };

test.each([
  ['null', null, 'not-a-machine'],
  ['a list', [1], 'not-a-machine'],
  ['no states', { id: 'x' }, 'not-a-machine'],
  ['states that are text', { states: 'x' }, 'not-a-machine'],
  ['100,000 levels', nestedBy(100_000), 'nested-too-deep'],
  ['a state that holds itself', cyclic, 'nested-too-deep'],
  ['a poisoned key', JSON.parse('{"states":{"__proto__":{}}}') as unknown, 'forbidden-name'],
  ['a later version', { states: {}, meta: { kind: 'journey-map', version: 9 } }, 'newer-version'],
])('%s is refused with its reason', (_, json, code) => {
  expect(fromMachine(json)).toMatchObject({ map: null, problem: { code } });
});

test.each([
  ['', 'empty'],
  ['{', 'cut-short'],
  ['{"states":{"constructor":{}}}', 'forbidden-key'],
  ['{"states":{},"states":{}}', 'duplicate-key'],
  ['['.repeat(3_000), 'too-deep'],
])('the text %.12s… is refused with its reason', (text, code) => {
  expect(parseMachine(text)).toMatchObject({ map: null, problem: { code } });
});

test('a machine of ours read as text is its map', () => {
  expect(parseMachine(JSON.stringify(toMachine(shop)))).toEqual({
    map: shop,
    notCarried: [],
    problem: null,
  });
});

/** Every value of a machine in turn becomes something else. */
const damage = fc.constantFrom<unknown>(null, '', 'x', [], {}, 0, -1, true, [null], { target: 7 });

test('a damaged machine is read or refused, never thrown at, and what is read is a valid map', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyMap.map(toMachine), fc.constant(checkout)),
      fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 5 }),
      (machine, hits) => {
        const json = structuredClone(machine) as unknown;
        for (const [at, value] of hits) hit(json, at, value);
        const { map } = fromMachine(json);
        if (map) expect(JourneyMap.parse(map)).toEqual(map);
      },
    ),
    { numRuns: runs(30, 20_000) },
  );
});

function hit(json: unknown, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk(inner);
    }
  };
  walk(json);
  const place = places[at % Math.max(1, places.length)];
  if (place) place[0][place[1]] = structuredClone(value);
}

test('every finding has its sentence in every language', () => {
  for (const language of ['en', 'de', 'ms']) {
    const file = new URL(`../../../src/language/messages/${language}.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const code of [...LOSS_CODES, ...MACHINE_PROBLEM_CODES]) {
      expect(messages).toHaveProperty([messageOf({ code })]);
    }
  }
});

test('a map at the limit of transitions comes back whole; a machine past it is reported so', () => {
  const atLimit = mapOf({
    touchpoints: { [id('a')]: { kind: 'entry' }, [id('b')]: {} },
    transitions: Object.fromEntries(
      Array.from({ length: LIMITS.records }, (_, n) => [
        `t${String(n).padStart(15, '0')}`,
        { from: id('a'), to: id('b') },
      ]),
    ),
  });
  const back = fromMachine(toMachine(atLimit));
  expect(back.notCarried).toEqual([]);
  expect(Object.keys(back.map!.transitions)).toHaveLength(LIMITS.records);

  const on = Object.fromEntries(
    Array.from({ length: LIMITS.records + 1 }, (_, n) => [`E${n}`, 'b']),
  );
  const past = fromMachine({ initial: 'a', states: { a: { on }, b: {} } });
  expect(Object.keys(past.map!.transitions)).toHaveLength(LIMITS.records);
  expect(past.notCarried.map(({ code }) => code)).toContain('too-many');
});
