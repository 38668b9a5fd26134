import { describe, expect, test } from 'vitest';
import { fromMachine } from '../../src/machine';
import type { JourneyMap } from '../../src/map/schema';

type States = Record<string, object>;

function read(states: States, more: object = {}) {
  const { map, notCarried } = fromMachine({ initial: Object.keys(states)[0], states, ...more });
  if (!map) throw new Error('nothing was read');
  return { map, lost: notCarried.map(({ code, pointer }) => `${code} ${pointer}`), notCarried };
}
const touchpoint = (map: JourneyMap, name: string) =>
  Object.values(map.touchpoints).find((each) => each.name === name);
/** `kind name` of each touchpoint. */
const steps = (map: JourneyMap) =>
  Object.values(map.touchpoints).map(({ kind, name }) => `${kind} ${name}`);
/** `from –label→ to`, in the order they are tried. */
const transitionsOf = (map: JourneyMap) => {
  const nameOf = (id: string) => map.touchpoints[id]?.name ?? '';
  return Object.values(map.transitions).map(
    ({ from, to, label }) => `${nameOf(from)} –${label}→ ${nameOf(to)}`,
  );
};

describe('what states become', () => {
  test('touchpoints stand one under the other in their stage, with their description', () => {
    const { map } = read({
      a: { description: 'First', on: { X: 'b' } },
      b: {},
      s: { description: 'Stage', initial: 'c', states: { c: {}, d: {} } },
    });
    expect(['a', 'b', 'c', 'd'].map((name) => touchpoint(map, name)?.position)).toEqual([
      { x: 24, y: 24 },
      { x: 24, y: 24 },
      { x: 24, y: 24 },
      { x: 24, y: 164 },
    ]);
    expect(touchpoint(map, 'a')?.description).toBe('First');
    expect(Object.values(map.stages)).toMatchObject([{ name: 's', description: 'Stage' }]);
  });

  test('stages keep the order they are written in', () => {
    const stage = { initial: 'x', states: { x: {} } };
    const { map } = read({ z: stage, m: stage, a: stage });
    const orders = Object.values(map.stages).map(({ name, order }) => [name, order] as const);
    expect([...orders].sort((x, y) => (x[1] < y[1] ? -1 : 1)).map(([name]) => name)).toEqual([
      'z',
      'm',
      'a',
    ]);
  });

  test('the map is called as the machine, in as many characters as a title has', () => {
    const { map } = read({ a: {} }, { id: 'x'.repeat(250), description: 'What it is' });
    expect(map.title).toBe('x'.repeat(200));
    expect(map.description).toBe('What it is');
  });

  test('a state is a decision where all it does is choose at once, by no rule of another program', () => {
    const gate = (config: object) => {
      const { map } = read({ start: { on: { GO: 'gate' } }, gate: config, a: {}, b: {} });
      return touchpoint(map, 'gate')?.kind;
    };
    expect(gate({ always: 'a' })).toBe('decision');
    expect(gate({ always: 'a', on: { X: 'b' } })).toBe('decision');
    expect(gate({ always: [{ target: 'a', guard: 'isOld' }, 'b'] })).toBe('touchpoint');
    expect(gate({ on: { X: 'b' } })).toBe('touchpoint');
    expect(gate({ always: [] })).toBe('touchpoint');
  });
});

describe('what transitions become', () => {
  test('chances are even among all transitions out, and the one without a guard of a decision takes the rest', () => {
    const { map } = read({
      a: { on: { X: 'b', Y: 'gate', Z: 'b' } },
      b: {},
      gate: { always: 'b' },
    });
    const of = (label: string) =>
      Object.values(map.transitions).filter((transition) => transition.label === label);
    expect(of('X')[0]?.chance.base).toBeCloseTo(1 / 3, 12);
    expect(of('').map(({ otherwise }) => otherwise)).toEqual([true]);
  });

  test('a delay in milliseconds is days, whatever can be a delay in a map', () => {
    const waits = (delay: string) => {
      const { map, lost } = read({ a: { after: { [delay]: 'b' } }, b: {} });
      const [transition] = Object.values(map.transitions);
      return [transition?.delay, lost.filter((each) => each.startsWith('delay'))];
    };
    expect(waits('0')).toEqual([{ family: 'constant', value: 0 }, []]);
    expect(waits('43200000')).toEqual([{ family: 'constant', value: 0.5 }, []]);
    expect(waits('86400000000000')).toEqual([{ family: 'constant', value: 1e6 }, []]);
    const none = [{ family: 'constant', value: 0 }, expect.arrayContaining([expect.any(String)])];
    for (const delay of ['-1', '86500000000000', 'someDay', 'Infinity']) {
      expect(waits(delay)).toEqual(none);
    }
  });

  test('labels name event and guard, as statecharts are drawn, in at most 200 characters', () => {
    const label = (event: string, guard?: unknown) => {
      const { map } = read({ a: { on: { [event]: { target: 'b', guard } } }, b: {} });
      return Object.values(map.transitions)[0]?.label;
    };
    expect(label('GO')).toBe('GO');
    expect(label('GO', 'isOld')).toBe('GO [isOld]');
    expect(label('GO', { type: 'isOld' })).toBe('GO [isOld]');
    expect(label('G'.repeat(150), 'g'.repeat(150))).toBe(`${'G'.repeat(100)} [${'g'.repeat(80)}]`);
  });

  test('a target is found by id, below, beside and past a backslash', () => {
    const { map } = read(
      {
        a: { on: { ID: '#far', BELOW: '.in', BESIDE: 'b.in', DOT: 'b\\.c', PATH: '#m.b.in' } },
        'b.c': {},
        b: { initial: 'in', states: { in: { id: 'far' } } },
      },
      { id: 'm' },
    );
    expect(transitionsOf(map)).toEqual([
      'a –ID→ in',
      'a –BESIDE→ in',
      'a –DOT→ b.c',
      'a –PATH→ in',
    ]);
  });

  test('to a state with states inside it leads to where that begins', () => {
    const inside = { initial: 'two', states: { one: {}, two: {} } };
    const { map } = read({
      a: { on: { X: 's', Y: 't', Z: 'h' } },
      s: inside,
      t: { initial: { target: 'two' }, states: { one: {}, two: {} } },
      h: { states: { first: {}, second: {} } },
    });
    expect(transitionsOf(map)).toEqual(['a –X→ two', 'a –Y→ two', 'a –Z→ first']);
  });

  test('a history state leads to what it names, else to where its state begins', () => {
    const { map, lost } = read({
      a: { on: { X: 's.named', Y: 's.plain' } },
      s: {
        initial: 'one',
        states: {
          one: {},
          two: {},
          named: { type: 'history', target: 'two' },
          plain: { history: 'shallow' },
        },
      },
    });
    expect(transitionsOf(map)).toEqual(['a –X→ two', 'a –Y→ one']);
    expect(lost).toEqual(
      expect.arrayContaining(['history /states/s/states/named', 'history /states/s/states/plain']),
    );
  });

  test('an event the inner state handles without a guard is not taken from around it', () => {
    const around = (guard?: string) => {
      const { map } = read({
        s: {
          initial: 'in',
          on: { X: 'out', Y: 'out' },
          states: { in: { on: { X: { target: 'next', guard } } }, next: {} },
        },
        out: {},
      });
      return transitionsOf(map).filter((transition) => transition.startsWith('in'));
    };
    expect(around()).toEqual(['in –X→ next', 'in –Y→ out']);
    expect(around('isOld')).toEqual(['in –X [isOld]→ next', 'in –X→ out', 'in –Y→ out']);
  });
});

describe('what is lost is reported once, at its place, with what it was', () => {
  test('of a state', () => {
    const { notCarried } = read({
      a: {
        entry: ['greet', { type: 'log' }],
        exit: 'bye',
        tags: ['one', 'two'],
        invoke: [{ src: 'load' }, { id: 'save' }, 'odd'],
        output: 1,
        context: {},
        meta: {},
        colour: 'red',
        on: { X: { target: 'b', meta: {}, colour: 'red', reenter: true, description: 'd' } },
      },
      b: {},
    });
    expect(notCarried.map(({ code, pointer, params }) => [code, pointer, params.detail])).toEqual([
      ['action', '/states/a/entry', 'greet'],
      ['action', '/states/a/entry', 'log'],
      ['action', '/states/a/exit', 'bye'],
      ['tag', '/states/a/tags', 'one'],
      ['tag', '/states/a/tags', 'two'],
      ['actor', '/states/a/invoke', 'load'],
      ['actor', '/states/a/invoke', 'save'],
      ['actor', '/states/a/invoke', ''],
      ['output', '/states/a/output', ''],
      ['context', '/states/a/context', ''],
      ['metadata', '/states/a/meta', ''],
      ['unknown-field', '/states/a/colour', 'colour'],
      ['metadata', '/states/a/on/X/meta', 'meta'],
      ['unknown-field', '/states/a/on/X/colour', 'colour'],
      ['unknown-field', '/states/a/on/X/description', 'description'],
      ['chances', '', ''],
    ]);
  });

  test('of a transition around several states once, not for each of them', () => {
    const { lost } = read({
      s: { initial: 'a', on: { X: { target: 'out', actions: 'log' } }, states: { a: {}, b: {} } },
      out: {},
    });
    expect(lost).toEqual(['action /states/s/on/X/actions', 'inherited /states/s/on/X', 'chances ']);
  });

  test('beyond two hundred only as a number', () => {
    const tags = Array.from({ length: 205 }, (_, index) => `tag ${String(index)}`);
    const { notCarried } = read({ a: { tags } });
    expect(notCarried).toHaveLength(201);
    expect(notCarried.at(-1)).toMatchObject({ code: 'more', params: { detail: 5 } });
    expect(read({ a: { tags: tags.slice(0, 200) } }).notCarried).toHaveLength(200);
  });

  test('a beginning that is nowhere', () => {
    const { map, lost } = read({ a: { type: 'history' }, b: {} }, { initial: 'nowhere' });
    expect(steps(map)).toEqual(['entry b']);
    expect(lost).toEqual(['history /states/a']);
  });
});

describe('a machine is refused', () => {
  const nested = (levels: number): object =>
    levels === 0 ? {} : { states: { s: nested(levels - 1) } };

  test('from a hundred levels of values on', () => {
    expect(fromMachine(nested(49)).problem).toBeNull();
    expect(fromMachine(nested(51))).toMatchObject({
      map: null,
      problem: { code: 'nested-too-deep', params: { detail: 100 } },
    });
  });

  test('with the place of a name that would change what an object inherits', () => {
    const json: unknown = JSON.parse('{"states":{"a":{"meta":{"__proto__":{}}}}}');
    expect(fromMachine(json)).toMatchObject({
      problem: {
        code: 'forbidden-name',
        pointer: '/states/a/meta',
        params: { detail: '__proto__' },
      },
    });
  });

  test('of ours only by its version: this one and earlier ones are read, none and later ones are not', () => {
    const version = (given?: unknown) =>
      fromMachine({ states: { a: {} }, meta: { kind: 'journey-map', version: given, map: {} } });
    expect(version(1).problem).toBeNull();
    expect(version(2).problem).toMatchObject({ code: 'newer-version', pointer: '/meta' });
    expect(version('1').problem).toMatchObject({ code: 'newer-version' });
    expect(version().problem).toMatchObject({ code: 'newer-version' });
  });
});
