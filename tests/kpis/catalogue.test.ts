import { expect, test } from 'vitest';
import { CATALOGUE, definitionOf, KPI_UNITS } from '../../src/kpis';
import { KPI_SCOPES } from '../../src/map/schema';
import en from '../../src/language/messages/en.json';

const all = Object.values(CATALOGUE).flat();

/** id, unit, which way is better, where it can be read, and what can be set: what files rely on. */
const PUBLISHED = {
  conversion: [
    'conversion share up: map segment persona (from to period)',
    'trial-conversion share up: map segment persona ()',
    'activation share up: map segment persona ()',
    'acquisition-share share up: map segment persona ()',
    'success-share share up: map segment persona ()',
    'stage-conversion share up: stage ()',
    'stage-drop-off share down: stage ()',
    'drop-off share down: map touchpoint segment persona ()',
    'transition-share share up: transition ()',
    'reach share up: stage touchpoint ()',
    'visits-per-customer count up: map touchpoint segment persona ()',
    'visits-ratio share up: map segment persona (from to)',
    'time-to-convert days down: map (from to period)',
    'time-in-stage days down: stage touchpoint ()',
  ],
  subscription: [
    'retention-rate share up: map (period)',
    'churn-rate share down: map (period)',
    'churn-rate-of-all share down: map (period)',
    'first-renewal share up: map ()',
    'monthly-loss share down: map ()',
    'mrr money up: map (period)',
    'mrr-new money up: map (period)',
    'mrr-expansion money up: map (period)',
    'mrr-contraction money down: map (period)',
    'mrr-churned money down: map (period)',
    'mrr-reactivation money up: map (period)',
    'net-revenue-retention share up: map (period)',
    'gross-revenue-retention share up: map (period)',
    'quick-ratio ratio up: map (period)',
    'quick-ratio-with-reactivation ratio up: map (period)',
    'arpu money up: map segment persona ()',
  ],
  value: [
    'clv money up: map segment persona ()',
    'clv-undiscounted money up: map segment persona ()',
    'cac money down: map segment persona ()',
    'clv-cac ratio up: map segment persona ()',
    'cac-payback months down: map ()',
    'cac-payback-steady months down: map segment persona ()',
    'contribution-per-customer money up: map segment persona ()',
    'discounted-contribution-per-customer money up: map segment persona ()',
    'revenue money up: map segment persona ()',
    'cost money down: map segment persona ()',
  ],
  experience: [
    'nps score up: map stage touchpoint segment persona ()',
    'csat share up: map stage touchpoint segment persona ()',
    'ces score up: map stage touchpoint segment persona ()',
    'engagement count up: map stage touchpoint segment persona ()',
    'emotion score up: touchpoint ()',
  ],
};

test('the catalogue is the published one, theme by theme', () => {
  const told = Object.entries(CATALOGUE).map(([theme, list]) => [
    theme,
    list.map(
      ({ id, unit, direction, scopes, params }) =>
        `${id} ${unit} ${direction}: ${scopes.join(' ')} (${params.join(' ')})`,
    ),
  ]);
  expect(Object.fromEntries(told)).toEqual(PUBLISHED);
});

test('only what people have to be asked for is not computed', () => {
  const asked = all.filter(({ measure }) => !measure).map(({ id }) => id);
  expect(asked).toEqual(['nps', 'csat', 'ces', 'engagement']);
});

test('units and scopes are known ones', () => {
  expect(KPI_UNITS).toEqual(['share', 'money', 'days', 'months', 'count', 'ratio', 'score']);
  for (const { unit, scopes } of all) {
    expect(KPI_UNITS).toContain(unit);
    expect(KPI_SCOPES).toEqual(expect.arrayContaining([...scopes]));
  }
});

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
