import { expect, test } from 'vitest';
import { CATALOGUE, definitionOf } from '../../src/kpis';
import en from '../../src/language/messages/en.json';

const all = Object.values(CATALOGUE).flat();

test('every KPI of the catalogue is found by its id, and ids are unique', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const definition of all) expect(definitionOf(definition.id)).toBe(definition);
  expect(definitionOf('constructor')).toBeNull();
});

test('every KPI has a name and its formula in words', () => {
  const missing = all
    .flatMap(({ id }) => [`kpi.${id}.name`, `kpi.${id}.formula`])
    .filter((key) => !(key in en));
  expect(missing).toEqual([]);
});
