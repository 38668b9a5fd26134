import { expect, test } from 'vitest';
import { createActor, createMachine, type UnknownMachineConfig } from 'xstate';
import { createJourneyMachine, eventNames, toMachine } from '../../src/machine';
import { id, mapOf } from './anyMap';

const shop = mapOf({
  title: 'Shop',
  stages: { [id('look')]: { name: 'Look' }, [id('empty')]: { name: 'Empty', order: 'a1' } },
  touchpoints: {
    [id('ad')]: { kind: 'entry', name: 'Ad', stage: id('look'), economics: { revenue: 0 } },
    [id('page')]: { name: 'Page', stage: id('look'), position: { x: 10 } },
    [id('sure')]: { kind: 'decision', name: 'Sure?', dropOffAfter: 3 },
    [id('bought')]: { kind: 'outcome', name: 'Bought', stage: id('look'), outcome: 'success' },
  },
  transitions: {
    [id('t1')]: { from: id('ad'), to: id('page'), chance: { base: 1 } },
    [id('t2')]: { from: id('page'), to: id('page'), label: 'again. #1 *~' },
    [id('t3')]: { from: id('page'), to: id('sure'), delay: { family: 'constant', value: 2 } },
    [id('t4')]: { from: id('sure'), to: id('bought'), when: { kind: 'persona', persona: id('p') } },
  },
});

test('a touchpoint is a state in its stage, an outcome a final state at the root', () => {
  const { states } = toMachine(shop);
  expect(Object.keys(states)).toEqual([
    '~start',
    'stage_look________',
    'stage_empty_______',
    '~unsorted',
    'touchpoint_bought______',
    '~left',
  ]);
  expect(states.touchpoint_bought______?.type).toBe('final');
  expect(Object.keys(states.stage_look________?.states ?? {})).toHaveLength(2);
});

test('events are named by label or target, without the characters XState reads', () => {
  const { entries, transitions } = eventNames(shop);
  expect([...entries.values()]).toEqual(['Ad']);
  expect([...transitions.values()]).toEqual(['Page', 'again 1', 'Sure?']);
});

test('a customer walks to the outcome, and a decision without a rule that holds loses them', () => {
  const walked = (holds: boolean) => {
    const machine = createJourneyMachine<{ seen: string[] }>(shop, {
      rule: () => holds,
      actions: new Proxy({} as never, {
        get: (_, type: string) => (context: { seen: string[] }) => ({
          seen: [...context.seen, type],
        }),
      }),
    });
    const actor = createActor(machine, { input: { seen: [] } }).start();
    for (const type of ['Ad', 'Page', 'again 1', 'Sure?']) actor.send({ type });
    const { status, value, context } = actor.getSnapshot();
    return { status, value, seen: context.seen.slice(-3) };
  };
  expect(walked(true)).toEqual({
    status: 'done',
    value: 'touchpoint_bought______',
    seen: ['visit', 'take', 'visit'],
  });
  expect(walked(false)).toEqual({
    status: 'done',
    value: '~left',
    seen: ['take', 'visit', 'leave'],
  });
});

test('the empty map is a machine that waits at its start', () => {
  const machine = createMachine(toMachine(mapOf()) as unknown as UnknownMachineConfig);
  const actor = createActor(machine).start();
  expect(actor.getSnapshot().value).toBe('~start');
  actor.send({ type: '~leave' });
  expect(actor.getSnapshot().hasTag('drop-off')).toBe(true);
});
