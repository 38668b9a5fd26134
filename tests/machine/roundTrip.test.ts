import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createActor, createMachine, type UnknownMachineConfig } from 'xstate';
import { eventNames, fromMachine, type MachineConfigJson, toMachine } from '../../src/machine';
import { deep, runs } from '../support/runs';
import { anyMap, id, mapOf } from './anyMap';

// Random maps by the thousand take their time where the long counts run.
vi.setConfig({ testTimeout: deep ? 1_200_000 : 20_000 });

const numRuns = runs(30, 3_000);
const accepted = (config: MachineConfigJson) =>
  createMachine(config as unknown as UnknownMachineConfig);

test('a map that becomes a machine and comes back is the same map, and nothing is lost', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { map: back, notCarried } = fromMachine(toMachine(map));
      expect(notCarried).toEqual([]);
      expect(back).toEqual(map);
    }),
    { numRuns },
  );
});

test('records of different collections may bear one id, and all of them come back', () => {
  const one = id('one');
  const map = mapOf({
    stages: { [one]: { name: 'Stage' } },
    touchpoints: { [one]: { kind: 'entry', stage: one, name: 'Ad' }, [id('two')]: {} },
    transitions: { [one]: { from: one, to: id('two') } },
    personas: { [one]: { name: 'Ana' } },
    campaigns: { [one]: { name: 'Mail', touchpoints: { [one]: true } } },
    notes: { [one]: { text: 'Note', stage: one } },
    attributes: { [one]: { name: 'age' } },
  });
  const { map: back, notCarried } = fromMachine(toMachine(map));
  expect(notCarried).toEqual([]);
  expect(back).toEqual(map);
});

test('a machine written as JSON and read again is the same machine', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const machine = toMachine(map);
      expect(JSON.parse(JSON.stringify(machine))).toEqual(machine);
      expect(toMachine(fromMachine(machine).map!)).toEqual(machine);
    }),
    { numRuns },
  );
});

test('XState takes the machine of every map, its definition included', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const machine = accepted(toMachine(map));
      expect(JSON.stringify(machine)).toContain('~start');
      expect(createActor(machine).start().getSnapshot().value).toBe('~start');
    }),
    { numRuns },
  );
});

test('no two events have one name, and no name has a character that XState reads', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { entries, transitions } = eventNames(map);
      const names = [...entries.values(), ...transitions.values()];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(name).not.toMatch(/[.#*~]|^xstate|^\s*$/);
        expect(name in {}).toBe(false);
      }
    }),
    { numRuns },
  );
});
