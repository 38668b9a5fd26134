import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { fromMachine } from '../../../src/machine';
import { shortestPath } from '../../../src/machine/paths';
import { read } from './readMachine';

type MachineConfig = Parameters<typeof createMachine>[0];

const plain = { a: { on: { X: 'b' } }, b: {}, c: {} };

describe('what follows a state that is done', () => {
  const parallel = {
    id: 'm',
    initial: 'both',
    states: {
      both: {
        type: 'parallel',
        onDone: 'after',
        states: {
          mail: {
            initial: 'sent',
            states: { sent: { on: { OPEN: 'read' } }, read: { type: 'final' } },
          },
          call: {
            initial: 'rings',
            states: { rings: { on: { TAKE: 'over' } }, over: { type: 'final' } },
          },
        },
      },
      after: { on: { BUY: 'bought' } },
      bought: { type: 'final' },
    },
  };

  test('of a parallel state starts where its regions end, and what is behind it can be reached', () => {
    const { map, steps, transitions, lost } = read(parallel);
    expect(transitions).toEqual([
      'sent –OPEN→ read',
      'read –done→ after',
      'rings –TAKE→ over',
      'over –done→ after',
      'after –BUY→ bought',
    ]);
    expect(steps).toContain('touchpoint read in both');
    expect(lost).toEqual([
      'parallel /states/both',
      'nested /states/both/states/mail',
      'nested /states/both/states/call',
      'chances ',
    ]);
    const named = (name: string) =>
      Object.entries(map.touchpoints).find(([, touchpoint]) => touchpoint.name === name)![0];
    expect(shortestPath(map, named('sent'), named('bought'))).not.toBeNull();
  });

  test('of a parallel state with a region that never ends is listed', () => {
    const json = structuredClone(parallel);
    Reflect.deleteProperty(json.states.both.states.call.states.over, 'type');
    const { transitions, lost } = read(json);
    expect(transitions).not.toContain('read –done→ after');
    expect(lost).toContain('unraised /states/both/onDone');
    expect(lost).toContain('final-inside /states/both/states/mail/states/read');
  });

  test('of a parallel state inside a region of another follows through both', () => {
    const end = { type: 'final' };
    const { transitions } = read({
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          onDone: 'end',
          states: {
            q: {
              type: 'parallel',
              onDone: '#far',
              states: { r: { initial: 'f', states: { f: end } } },
            },
          },
        },
        far: { id: 'far' },
        end,
      },
    });
    expect(transitions).toEqual(['f –done→ far', 'f –done→ end']);
  });

  test('of a state whose own states never end is listed, also where states further inside do', () => {
    const { transitions, lost } = read({
      initial: 's',
      states: {
        s: {
          initial: 't',
          onDone: 'b',
          states: { t: { initial: 'f', states: { f: { type: 'final' } } } },
        },
        b: {},
      },
    });
    expect(transitions).toEqual(['Start –→ f']);
    expect(lost).toContain('unraised /states/s/onDone');
  });

  test('of the machine itself never happens, because then it has ended', () => {
    const { lost } = read({ initial: 'a', onDone: '.a', states: { a: { type: 'final' } } });
    expect(lost).toEqual(['unraised /onDone']);
  });

  test('waits beside what surrounds it while its guard does not hold', () => {
    const { transitions } = read({
      initial: 's',
      states: {
        s: {
          initial: 'f',
          on: { CANCEL: 'b' },
          onDone: { target: 'c', guard: 'g' },
          states: { f: { type: 'final' } },
        },
        b: {},
        c: {},
      },
    });
    expect(transitions).toEqual(['f –CANCEL→ b', 'f –done [g]→ c']);
  });
});

describe('transitions given as lists', () => {
  test('of events are read by the event each one names', () => {
    const { transitions, lost } = read({
      initial: 'a',
      states: {
        ...plain,
        a: {
          on: [
            { event: 'GO', target: 'b' },
            { event: 'STAY', target: 'c' },
          ],
        },
      },
    });
    expect(transitions).toEqual(['a –GO→ b', 'a –STAY→ c']);
    expect(lost).toEqual(['list /states/a/on', 'chances ']);
  });

  test('of delays are read by the delay each one names', () => {
    const { map, transitions, lost } = read({
      initial: 'a',
      states: {
        ...plain,
        a: {
          after: [
            { delay: 86_400_000, target: 'b' },
            { delay: 'later', target: 'c' },
          ],
        },
      },
    });
    expect(transitions).toEqual(['a –after 86400000→ b', 'a –after later→ c']);
    expect(Object.values(map.transitions)[0]?.delay).toEqual({ family: 'constant', value: 1 });
    expect(lost).toEqual(['list /states/a/after', 'delay /states/a/after/1', 'chances ']);
  });

  test('that name nothing are read by their position, as XState does', () => {
    const { transitions } = read({
      initial: 'a',
      states: { ...plain, a: { on: ['b', { target: 'c' }], after: [{ target: 'b' }] } },
    });
    expect(transitions).toEqual(['a –0→ b', 'a –1→ c', 'a –after 0→ b']);
  });
});

describe('a transition that XState never takes is listed and gets no chance', () => {
  const lists = {
    'on/GO': { on: { GO: ['b', 'c'] } },
    'after/10': { after: { 10: ['b', 'c'] } },
    'invoke/onDone': { invoke: { src: 'x', onDone: ['b', 'c'] } },
    always: { always: ['b', 'c'] },
  };
  test.each(Object.entries(lists))('behind one without a guard in %s', (place, config) => {
    const { map, lost } = read({ initial: 'a', states: { a: config, b: {}, c: {} } });
    expect(Object.values(map.transitions).map(({ to }) => map.touchpoints[to]?.name)).toContain(
      'b',
    );
    const out = Object.values(map.transitions).filter(
      ({ to }) => map.touchpoints[to]?.name === 'c',
    );
    expect(out).toEqual([]);
    expect(lost).toContain(`shadowed /states/a/${place}/1`);
  });

  test('behind the first without a guard only: guarded ones before it share', () => {
    const { map, transitions, lost } = read({
      initial: 'a',
      states: { a: { on: { GO: [{ target: 'b', guard: 'g' }, 'c', 'a'] } }, b: {}, c: {} },
    });
    expect(transitions).toEqual(['a –GO [g]→ b', 'a –GO→ c']);
    expect(Object.values(map.transitions).map(({ chance }) => chance.base)).toEqual([0.5, 0.5]);
    expect(lost).toContain('shadowed /states/a/on/GO/2');
  });

  test('of a surrounding state that every step inside answers, also by a wildcard', () => {
    const { transitions, lost } = read({
      initial: 's',
      states: {
        s: {
          initial: 'in',
          on: { 'card.paid': 'b', 'card.*': 'b', cash: 'b', '*': 'b' },
          states: { in: { on: { 'card.*': 'next' } }, next: { on: { '*': 'in' } } },
        },
        b: {},
      },
    });
    expect(transitions).toEqual(['in –card.*→ next', 'in –cash→ b', 'in –*→ b', 'next –*→ in']);
    expect(lost).toContain('shadowed /states/s/on/card.paid');
    expect(lost).toContain('shadowed /states/s/on/card.*');
  });

  test('of a state that moves on at once, of its own accord or of that of a state around it', () => {
    const { steps, transitions, lost } = read({
      initial: 'a',
      states: {
        a: { always: 'b', on: { X: 'b' }, after: { 5: 'b' } },
        b: {},
        s: { initial: 't', always: 'b', states: { t: { on: { Y: 'u' } }, u: {} } },
      },
    });
    expect(steps).toContain('decision t in s');
    expect(transitions).toEqual(['a –→ b', 't –→ b', 'u –→ b', 'Start –→ a']);
    expect(lost).toEqual(
      expect.arrayContaining([
        'shadowed /states/a/on/X',
        'shadowed /states/a/after/5',
        'shadowed /states/s/states/t/on/Y',
      ]),
    );
  });

  test('of an end of the machine and of a history state', () => {
    const { lost } = read({
      initial: 'a',
      states: {
        a: { type: 'final', on: { X: 'b' } },
        b: {},
        h: { type: 'history', on: { X: 'b' } },
      },
    });
    expect(lost).toContain('unraised /states/a/on/X');
    expect(lost).toContain('unraised /states/h/on/X');
  });

  test('replaced by what an actor of the same id or the state itself declares', () => {
    const { transitions, lost } = read({
      id: 'm',
      initial: 'a',
      states: {
        a: {
          invoke: [
            { id: 'x', src: 'one', onDone: 'b' },
            { id: 'x', src: 'two', onDone: 'c' },
          ],
        },
        b: {},
        c: {},
      },
    });
    expect(transitions).toEqual(['a –x onDone→ c']);
    expect(lost).toContain('shadowed /states/a/invoke/0/onDone');
  });

  test('because it waits for the event that starts or stops a machine', () => {
    const { lost } = read({
      initial: 'a',
      states: { ...plain, a: { on: { 'xstate.init': 'b' } } },
    });
    expect(lost).toContain('unraised /states/a/on/xstate.init');
  });
});

test('a transition that could start only where the map takes none is listed', () => {
  const { transitions, lost } = read({
    initial: 's',
    states: { s: { initial: 'f', on: { X: 'b' }, states: { f: { type: 'final' } } }, b: {} },
  });
  expect(transitions).toEqual(['Start –→ f']);
  expect(lost).toContain('no-start /states/s/on/X');
});

test('what an actor reports on the way is a transition as its end is', () => {
  const { transitions, lost } = read({
    initial: 'a',
    states: { a: { invoke: { src: 'load', onSnapshot: 'b', onDone: ['c'] } }, b: {}, c: {} },
  });
  expect(transitions).toEqual(['a –load onDone→ c', 'a –load onSnapshot→ b']);
  expect(lost).toEqual(['actor /states/a/invoke', 'chances ']);
});

test('a transition that is no transition, or has an empty target, leads nowhere, which is said', () => {
  const { transitions, lost } = read({
    initial: 'a',
    states: { a: { on: { X: 7, Y: null, Z: '' } }, b: {} },
  });
  expect(transitions).toEqual([]);
  expect(lost).toEqual(
    expect.arrayContaining([
      'no-target /states/a/on/X',
      'no-target /states/a/on/Y',
      'no-target /states/a/on/Z',
    ]),
  );
});

test('a transition without a target keeps its event from the states around it', () => {
  const { transitions, lost } = read({
    initial: 's',
    states: { s: { initial: 'a', on: { X: 'b' }, states: { a: { on: { X: {} } } } }, b: {} },
  });
  expect(transitions).toEqual([]);
  expect(lost).toEqual(['no-target /states/s/states/a/on/X', 'shadowed /states/s/on/X']);
});

test('actions on beginning, and all but the first place a history leads to, are listed', () => {
  const { lost } = read({
    initial: { target: 'a', actions: ['greet'], meta: {} },
    states: { a: {}, h: { type: 'history', target: ['a', 'b'] }, b: {} },
  });
  expect(lost).toEqual(
    expect.arrayContaining([
      'action /initial/actions',
      'metadata /initial/meta',
      'several-targets /states/h/target',
    ]),
  );
});

describe('a serialised machine definition', () => {
  const config = {
    id: 'm',
    initial: 'b',
    states: {
      a: {
        entry: [{ type: 'greet' }],
        on: { GO: [{ target: 'p', guard: 'g' }, { target: 'b' }], '*': 'b' },
        after: { 1000: 'b', slow: { target: 'p' } },
        invoke: { src: 'load', onDone: 'b', onError: { target: 'c' }, onSnapshot: 'p' },
      },
      b: {
        initial: 'y',
        onDone: 'p',
        states: { x: {}, y: { on: { N: 'z' } }, z: { type: 'final' } },
      },
      c: { type: 'final' },
      p: {
        type: 'parallel',
        onDone: 'c',
        states: {
          r: { initial: 'one', states: { one: { on: { N: 'two' } }, two: { type: 'final' } } },
        },
      },
    },
  };
  const definition: unknown = JSON.parse(JSON.stringify(createMachine(config as MachineConfig)));

  test('is read as the config it was made of', () => {
    const written = read(config);
    const serialised = read(definition);
    expect(serialised.stages).toEqual(written.stages);
    expect(serialised.steps).toEqual(written.steps);
    expect(new Set(serialised.transitions)).toEqual(new Set(written.transitions));
    expect(serialised.transitions.filter((each) => each.includes('xstate'))).toEqual([]);
  });

  test('lists what it does not hold, and nothing that XState put in by itself', () => {
    expect(read(definition).lost).toEqual([
      'definition ',
      'action /states/a/entry',
      'actor /states/a/invoke',
      'parallel /states/p',
      'nested /states/p/states/r',
      'guard /states/a/on/GO/0/guard',
      'wildcard /states/a/on/*/0',
      'delay /states/a/on/xstate.after.slow.m.a/0',
      'chances ',
    ]);
  });
});

describe('a machine as XState 4 wrote it', () => {
  test('chooses by `cond`, moves on at the empty event, and names its internal events otherwise', () => {
    const { transitions, lost } = read({
      id: 'm',
      initial: 'a',
      states: {
        a: {
          invoke: { id: 'load', src: 'load' },
          on: {
            GO: [{ target: 'b', cond: 'isOld' }, { target: 'c' }],
            'done.invoke.load': 'b',
            'error.platform.load': 'c',
            'xstate.after(1000)#m.a': 'c',
          },
        },
        b: { on: { '': 'c' } },
        c: { initial: 'd', states: { d: { type: 'final' } }, on: { 'done.state.m.c': 'e' } },
        e: {},
      },
    });
    expect(transitions).toEqual([
      'a –GO [isOld]→ b',
      'a –GO→ d',
      'a –load onDone→ b',
      'a –load onError→ d',
      'a –after 1000→ d',
      'b –→ d',
      'd –done→ e',
    ]);
    expect(lost).toEqual(['actor /states/a/invoke', 'guard /states/a/on/GO/0/cond', 'chances ']);
  });
});

test('every sentence names what it is about', () => {
  const { notCarried } = fromMachine({
    initial: 'a',
    states: { a: { on: { GO: ['b', 'b'] }, onDone: 'b' }, b: {} },
  });
  expect(notCarried.map(({ code, params }) => [code, params.detail])).toEqual([
    ['shadowed', 'GO'],
    ['unraised', 'done'],
    ['chances', ''],
  ]);
});
