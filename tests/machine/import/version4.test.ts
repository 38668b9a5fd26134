import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromMachine, toMachine } from '../../../src/machine';
import { stateTreeOf } from '../../../src/machine/import/tree';
import { signsOf } from '../../../src/machine/import/version';
import { inVersion5 } from '../../../src/machine/import/version4';
import { fromPointer, valueAt } from '../../../src/map/shape';
import { runs } from '../../support/runs';
import { anyMap } from '../anyMap';
import { anyMachine, type StateConfig } from './anyMachine';
import { read } from './readMachine';

/** An order as a shop wrote it for XState 4. */
const order = {
  key: 'order',
  initial: 'cart',
  delimiter: '/',
  predictableActionArguments: true,
  on: { RESET: 'cart', '*': { target: '/support', cond: 'isAngry' } },
  states: {
    cart: {
      onEntry: 'greet',
      activities: ['blinking'],
      on: {
        ADD: 'cart',
        RENAME: { target: 'cart', internal: true },
        BUY: [
          { target: 'pay/card', cond: { type: 'isAtLeast', amount: 5 }, in: '#order/cart' },
          { target: 'support', cond: 'isOdd' },
        ],
      },
    },
    pay: {
      initial: 'card',
      onDone: 'check',
      on: { AGAIN: '/card', OTHER: 'pay/bill' },
      states: {
        card: {
          invoke: {
            src: { type: 'charge', currency: 'EUR' },
            autoForward: true,
            data: { sum: 1 },
            onDone: { target: 'paid' },
          },
          on: { 'done.invoke.order/pay/card:invocation[0]': { target: 'bill' } },
        },
        bill: { after: { 86400000: '#order/pay/paid' } },
        paid: { type: 'final', data: { ok: true } },
      },
    },
    check: { on: { '': [{ target: 'support', cond: 'isOdd' }, 'done'] } },
    support: {
      entry: { type: 'xstate.send', event: { type: 'LATE' }, delay: 1000 },
      on: { LATE: 'done' },
    },
    done: { type: 'final' },
  },
};

/** The same, written by hand for XState 5. */
const order5 = {
  id: 'order',
  initial: 'cart',
  on: { RESET: '.cart', '*': { target: '.support', guard: 'isAngry' } },
  states: {
    cart: {
      entry: 'greet',
      on: {
        ADD: { target: 'cart', reenter: true },
        BUY: [
          { target: 'pay.card', guard: 'isAtLeast & in #order/cart' },
          { target: 'support', guard: 'isOdd' },
        ],
      },
    },
    pay: {
      initial: 'card',
      onDone: 'check',
      on: { AGAIN: '.card', OTHER: { target: '.bill', reenter: true } },
      states: {
        card: {
          invoke: {
            src: 'charge',
            input: { sum: 1 },
            onDone: [{ target: 'paid' }, { target: 'bill' }],
          },
        },
        bill: { after: { 86400000: 'paid' } },
        paid: { type: 'final', output: { ok: true } },
      },
    },
    check: { always: [{ target: 'support', guard: 'isOdd' }, 'done'] },
    support: { entry: 'raiseLate', on: { LATE: 'done' } },
    done: { type: 'final' },
  },
};

test('a machine of XState 4 is the journey that the same machine is in XState 5', () => {
  const [four, five] = [read(order), read(order5)];
  expect(four.steps).toEqual(five.steps);
  expect(four.stages).toEqual(five.stages);
  // In XState 4 an internal transition enters nothing again where one is already.
  const left = ['card –AGAIN→ card', 'support –* [isAngry]→ support'];
  expect(four.transitions).toEqual(five.transitions.filter((each) => !left.includes(each)));
  expect(four.map.title).toBe('order');
});

test('what XState 4 says and no map has a place for is listed by name, where it stands in the file', () => {
  const { lost } = read(order);
  expect(lost).toEqual(
    expect.arrayContaining([
      'activity /states/cart/activities',
      'action /states/cart/onEntry',
      'stays /states/cart/on/RENAME',
      'stays /states/pay/on/AGAIN',
      'guard /states/cart/on/BUY/0/cond',
      'state-guard /states/cart/on/BUY/0/in',
      'guard /states/check/on//0/cond',
      'forward /states/pay/states/card/invoke',
      'actor /states/pay/states/card/invoke',
      'output /states/pay/states/paid/data',
      'delayed-send /states/support/entry',
      'guard /on/*/cond',
      'unknown-field /predictableActionArguments',
    ]),
  );
  for (const { pointer } of fromMachine(order).notCarried) {
    expect([pointer, valueAt(order, fromPointer(pointer))]).not.toEqual([pointer, undefined]);
  }
});

/** A machine with one step `a`, another one `b`, and something of XState 4. */
const withStates = (a: object, more: object = {}) => ({
  id: 'm',
  initial: 'a',
  ...more,
  states: { a, b: {} },
});

describe('XState 4 is told', () => {
  test.each([
    ['cond', withStates({ on: { GO: { target: 'b', cond: 'isOk' } } })],
    ['the empty event', withStates({ on: { '': 'b' } })],
    ['the empty event in a list', withStates({ on: [{ event: '', target: 'b' }] })],
    ['internal', withStates({ on: { GO: { target: 'b', internal: false } } })],
    ['in', withStates({ on: { GO: { target: 'b', in: '#m.a' } } })],
    ['delimiter', withStates({}, { delimiter: '/' })],
    ['parallel', withStates({}, { parallel: true })],
    ['a bare target of the root', withStates({}, { on: { GO: 'b' } })],
    ['activities', withStates({ activities: 'beep' })],
    ['onEntry', withStates({ onEntry: 'log' })],
    ['onExit', withStates({ onExit: 'log' })],
    ['autoForward', withStates({ invoke: { src: 'x', autoForward: true } })],
    ['forward', withStates({ invoke: { src: 'x', forward: true } })],
    ['src as an object', withStates({ invoke: { src: { type: 'x' } } })],
    ['data of a final state', withStates({ type: 'final', data: { a: 1 } })],
    ['predictableActionArguments', withStates({}, { predictableActionArguments: true })],
    ['an event of its own', withStates({ on: { 'done.invoke.x': 'b' } })],
  ])('by %s', (_, machine) => {
    const { four, older, five } = signsOf(machine, stateTreeOf(machine));
    expect(four ?? older).not.toBeNull();
    expect(five).toBeNull();
  });

  test('never in a machine of XState 5, nor in one of ours', () => {
    const none = (machine: object) => {
      const json = machine as Record<string, unknown>;
      const { four, older } = signsOf(json, stateTreeOf(json));
      expect({ four, older }).toEqual({ four: null, older: null });
    };
    fc.assert(fc.property(anyMachine, none), { numRuns: runs(100, 5_000) });
    fc.assert(
      fc.property(anyMap, (map) => {
        none(toMachine(map));
      }),
      { numRuns: runs(20, 500) },
    );
  });
});

test('a machine with words of both versions is refused, with both words and their places', () => {
  const { map, problem } = fromMachine(
    withStates({ on: { GO: { target: 'b', cond: 'isOk' }, STAY: { target: 'b', guard: 'isOk' } } }),
  );
  expect(map).toBeNull();
  expect(problem).toMatchObject({
    code: 'two-versions',
    pointer: '/states/a/on/GO/cond',
    params: { detail: 'cond', other: 'guard', place: '/states/a/on/STAY/guard' },
  });
});

test('words of XState 4 that change no journey leave a machine of XState 5 as it is', () => {
  const { transitions, lost } = read(
    withStates(
      { activities: 'beep', on: { GO: { target: 'b', guard: 'isOk' } } },
      { predictableActionArguments: true },
    ),
  );
  expect(transitions).toEqual(['a –GO [isOk]→ b']);
  expect(lost).toContain('unknown-field /states/a/activities');
});

describe('targets of XState 4', () => {
  const go = (machine: object) => read(machine).transitions;

  test('of the root are read from the root, with the dot and without', () => {
    expect(go(withStates({}, { on: { GO: 'b', TO: '.b' } }))).toEqual([
      'a –GO→ b',
      'a –TO→ b',
      'b –GO→ b',
    ]);
  });

  test('are divided by the delimiter alone, and an id is taken as a whole', () => {
    const machine = {
      id: 'm',
      delimiter: '/',
      initial: 'a.1',
      states: {
        'a.1': { on: { ONE: 'c/d.1', TWO: '#m/c/d.1', THREE: '#x.y' } },
        c: { initial: 'd.1', states: { 'd.1': {}, e: { id: 'x.y' } } },
      },
    };
    expect(go(machine)).toEqual(['a.1 –ONE→ d.1', 'a.1 –TWO→ d.1', 'a.1 –THREE→ e']);
  });

  test('are external, so that a step that leads to itself is a new visit, unless they are internal', () => {
    const on = { AGAIN: 'a', SAME: { target: 'a', internal: true }, UP: '#m.a' };
    const machine = withStates({ on: { ...on, GO: { target: 'b', cond: 'c' } } });
    expect(go(machine)).toEqual(['a –AGAIN→ a', 'a –UP→ a', 'a –GO [c]→ b']);
  });
});

test('an event that ends in `.*` is no wildcard in XState 4, and is listed', () => {
  const on = { 'a.*': 'b', 'a.x': { target: 'b', cond: 'isOk' } };
  const { transitions, lost } = read(withStates({}, { on }));
  expect(transitions).toEqual(['a –a.x [isOk]→ b', 'b –a.x [isOk]→ b']);
  expect(lost).toContain('unraised /on/a.*');
});

test('what `on` adds to the end of a state or actor stands after what the end itself says', () => {
  const { transitions } = read({
    id: 'm',
    initial: 'a',
    states: {
      a: {
        initial: 'x',
        states: { x: { type: 'final' } },
        onDone: { target: 'b', cond: 'isOk' },
        on: { 'done.state.m.a': 'c' },
      },
      b: {
        invoke: { id: 'load', src: 'load', onError: { target: 'c', cond: 'isOk' } },
        on: { 'error.platform.load': 'a' },
      },
      c: {},
    },
  });
  expect(transitions).toEqual([
    'x –done [isOk]→ b',
    'x –done→ c',
    'b –load onError [isOk]→ c',
    'b –load onError→ x',
  ]);
});

test('what XState 4 writes of a machine is read, its events and timers included', () => {
  const transition = (event: string, target: string, more: object = {}) => ({
    actions: [],
    event,
    eventType: event,
    internal: false,
    source: '#m.a',
    target: [target],
    ...more,
  });
  const after = 'xstate.after(1000)#m.a';
  const state = { history: false, states: {}, on: {}, transitions: [], activities: [], tags: [] };
  const { transitions, lost } = read({
    ...state,
    id: 'm',
    key: 'm',
    type: 'compound',
    initial: 'a',
    order: -1,
    states: {
      a: {
        ...state,
        id: 'm.a',
        key: 'a',
        type: 'atomic',
        order: 1,
        invoke: [{ type: 'xstate.invoke', id: 'm.a:invocation[0]', src: { type: 'load' } }],
        activities: [{ type: 'xstate.invoke', id: 'm.a:invocation[0]', src: { type: 'load' } }],
        entry: [{ type: 'xstate.send', event: { type: after }, delay: 1000, id: after }],
        exit: [{ type: 'xstate.cancel', sendId: after }],
        on: {
          GO: [transition('GO', '#m.b', { cond: { type: 'xstate.guard', name: 'isOk' } })],
          [after]: [transition(after, '#m.h', { delay: 1000 })],
          'done.invoke.m.a:invocation[0]': [transition('done.invoke.m.a:invocation[0]', '#m.b')],
        },
      },
      b: { ...state, id: 'm.b', key: 'b', type: 'atomic', order: 2, entry: [], exit: [] },
      h: { ...state, id: 'm.h', key: 'h', type: 'history', order: 3 },
    },
  });
  expect(transitions).toEqual(['a –GO [isOk]→ b', 'a –after 1000→ a', 'a –load onDone→ b']);
  expect(lost).toEqual([
    'definition-4 /states/h',
    'actor /states/a/invoke',
    'history /states/h',
    'guard /states/a/on/GO/0/cond',
    'chances ',
  ]);
});

test('a machine told in the words of XState 4 gives the same journey, whatever it is', () => {
  const plain = (config: StateConfig) =>
    JSON.parse(
      JSON.stringify(config, (key, value: unknown) => {
        // XState 4 has no wildcards of a part, and no snapshots of actors.
        if (key === 'onSnapshot') return undefined;
        return key === 'on' ? withoutWildcards(value as StateConfig['on'] & object) : value;
      }),
    ) as StateConfig;
  const shownIn = (config: object) => {
    const { map, notCarried } = fromMachine(config);
    const name = (id: string) => map!.touchpoints[id]?.name;
    return {
      transitions: Object.values(map!.transitions)
        .map(({ from, to, label }) => [name(from), label, name(to)].join(' '))
        .sort(),
      lost: notCarried.map(({ code }) => code).sort(),
    };
  };
  fc.assert(
    fc.property(anyMachine, (config) => {
      const five = plain(config);
      expect(shownIn(inWordsOf4(five))).toEqual(shownIn(five));
    }),
    { numRuns: runs(100, 5_000) },
  );
});

const withoutWildcards = (on: object) =>
  Object.fromEntries(Object.entries(on).filter(([key]) => !key.endsWith('.*')));

function inWordsOf4({ always, states, ...state }: StateConfig): object {
  const cond = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('"guard":', '"cond":')) as object;
  const inside = Object.entries(states ?? {}).map(([key, each]) => [key, inWordsOf4(each)]);
  const on = { ...(state.on as object), ...(always && { '': always satisfies unknown }) };
  return {
    ...cond({ ...state, ...(Object.keys(on).length > 0 && { on }) }),
    ...(states && { states: Object.fromEntries(inside) as object }),
  };
}

test('a conversion says of every transition where it stood', () => {
  const tree = stateTreeOf(
    withStates({ on: { '': [{ target: 'b', cond: 'isOk' }, 'b'] }, always: 'b' }),
  );
  const { config, sourceOf } = inVersion5(tree);
  expect(valueAt(config, ['states', 'a', 'always'])).toHaveLength(3);
  expect(sourceOf(['states', 'a', 'always', 1, 'target'])).toEqual([
    'states',
    'a',
    'on',
    '',
    1,
    'target',
  ]);
  expect(sourceOf(['states', 'a', 'always', 2])).toEqual(['states', 'a', 'always']);
  expect(sourceOf(['states', 'b'])).toEqual(['states', 'b']);
});

test('nothing made of the words of XState 4 breaks the reader', () => {
  const words = ['on', '', 'cond', 'in', 'internal', 'target', 'always', 'onDone', 'invoke', 'src'];
  const more = ['states', 'a', 'b', 'delimiter', 'key', 'id', 'data', 'type', 'after', 'entry'];
  const key = fc.constantFrom(...words, ...more, 'activities', 'parallel', 'event', 'initial');
  const value = fc.letrec((again) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('a', '.a', '#a', '', '/', 'b.*', 'final', 'history', true, false, null, 0),
      fc.array(again('any'), { maxLength: 3 }),
      fc.dictionary(key, again('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, value, value, (root, a, b) => {
      const json = { ...(root as object), states: { a, b } };
      const { map, problem } = fromMachine(json);
      expect(map === null).toBe(problem !== null);
    }),
    { numRuns: runs(500, 20_000) },
  );
});
