import { describe, expect, test } from 'vitest';
import { stateTreeOf } from '../../../src/machine/import/tree';
import { signsOf } from '../../../src/machine/import/version';
import { inVersion5 } from '../../../src/machine/import/version4';
import { read } from './readMachine';

const withA = (a: object, more: object = {}) => ({
  initial: 'a',
  ...more,
  states: { a, b: {} },
});
const signs = (machine: object) => {
  const json = machine as Record<string, unknown>;
  const { four, older, five } = signsOf(json, stateTreeOf(json));
  const said = (sign: typeof four) => sign && `${sign.word} /${sign.path.join('/')}`;
  return [said(four), said(older), said(five)];
};

describe('the word that tells the version of XState is named with its place', () => {
  test.each([
    ['delimiter /delimiter', withA({}, { delimiter: '/' })],
    ['parallel /states/a/parallel', withA({ parallel: true })],
    ["on: {'': …} /states/a/on/", withA({ on: { '': 'b' } })],
    ['cond /states/a/on/GO/cond', withA({ on: { GO: { target: 'b', cond: 'x' } } })],
    ['target /on/GO', withA({}, { on: { GO: 'b' } })],
    ['target /on/GO', withA({}, { on: { GO: 'b.inner' } })],
  ])('of XState 4: %s', (said, machine) => {
    expect(signs(machine)).toEqual([said, null, null]);
  });

  test.each([
    ['onExit /states/a/onExit', withA({ onExit: 'wave' })],
    ['strict /strict', withA({}, { strict: true })],
    ['data /states/a/data', withA({ type: 'final', data: 1 })],
    ['xstate.after(9)#a /states/a/on', withA({ on: { 'xstate.after(9)#a': 'b' } })],
    ['after /states/a/after', withA({ after: [{ delay: 1, target: 'b' }] })],
  ])('older words that carry nothing: %s', (said, machine) => {
    expect(signs(machine)).toEqual([null, said, null]);
  });

  test.each([
    ['maxIterations /options', withA({}, { options: { maxIterations: 9 } })],
    ['output /states/a/output', withA({ output: 1 })],
    ['systemId /states/a/invoke', withA({ invoke: { src: 'x', systemId: 'y' } })],
    ['guard /states/a/on/GO/guard', withA({ on: { GO: { target: 'b', guard: 'x' } } })],
    ['reenter /states/a/on/GO/reenter', withA({ on: { GO: { target: 'b', reenter: true } } })],
  ])('of XState 5: %s', (said, machine) => {
    expect(signs(machine)).toEqual([null, null, said]);
  });

  test('not by a word that says nothing', () => {
    const nothing = { cond: '', in: null };
    expect(
      signs(withA({ onEntry: '', on: { GO: { target: 'b', ...nothing } } }, { delimiter: null })),
    ).toEqual([null, null, null]);
    expect(signs(withA({ delimiter: '/' }))).toEqual([null, null, null]);
    expect(signs(withA({ data: 1 }))).toEqual([null, null, null]);
  });
});

describe('in the words of XState 5', () => {
  const converted = (machine: object) =>
    inVersion5(stateTreeOf(machine as Record<string, unknown>)).config;

  test('a machine keeps its id, or has none as before', () => {
    expect(converted({ ...withA({}), id: 'shop' })).toHaveProperty('id', 'shop');
    expect(converted({ ...withA({}), key: 'shop' })).toHaveProperty('id', 'shop');
    expect(converted(withA({}))).not.toHaveProperty('id');
  });

  test('`parallel` is a type unless there is one, and no word of XState 4 is left', () => {
    expect(converted(withA({}, { parallel: true, delimiter: '/' }))).toEqual({
      initial: 'a',
      type: 'parallel',
      states: { a: {}, b: {} },
    });
    expect(converted(withA({}, { parallel: true, type: 'compound' }))).toHaveProperty(
      'type',
      'compound',
    );
  });

  test('`data` is the output of a final state, and of no other', () => {
    const states = { a: { data: 1 }, b: { type: 'final', data: 2 } };
    expect(converted({ initial: 'a', states }).states).toEqual({
      a: { data: 1 },
      b: { type: 'final', output: 2 },
    });
  });

  test('an actor is given `data` as its input, and no input where there is none', () => {
    expect(converted(withA({ invoke: { src: 'x' } })).states).toMatchObject({
      a: { invoke: { src: 'x' } },
    });
    expect(
      (converted(withA({ invoke: { src: 'x' } })).states as { a: { invoke: object } }).a.invoke,
    ).not.toHaveProperty('input');
  });

  test('a target outside the state is entered anyway, one inside is entered again', () => {
    const states = { a: { initial: 'x', on: { OUT: 'b', IN: '#x' }, states: { x: { id: 'x' } } } };
    const a = converted({ initial: 'a', states: { ...states, b: {} } }).states;
    expect(a).toMatchObject({ a: { on: { OUT: 'b', IN: { target: '#x', reenter: true } } } });
  });

  test('the tenth and later actors of a state are known by their number, too', () => {
    const invoke = Array.from({ length: 12 }, (_, index) => ({ src: `s${String(index)}` }));
    const on = { 'done.invoke.m.a:invocation[11]': 'b' };
    const { transitions } = read({ id: 'm', ...withA({ invoke, on }), delimiter: '.' });
    expect(transitions).toEqual(['a –s11 onDone→ b']);
  });
});

test('what a state does on leaving is listed, whichever word says it', () => {
  expect(read(withA({ onExit: 'wave' }, { delimiter: '.' })).lost).toContain(
    'action /states/a/onExit',
  );
  expect(read(withA({ exit: 'wave' }, { delimiter: '.' })).lost).toContain('action /states/a/exit');
});
