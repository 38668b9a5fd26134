import { describe, expect, test } from 'vitest';
import { problems } from '../../src/checks';
import type { JourneyMap } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';
import { SAMPLE_IDS, TEMPLATES, WORKED_CASE } from '../../src/samples';
import { createFromSample } from '../../src/samples/createFromSample';
import { pictureOf } from '../../src/samples/pictureOf';
import { simulate } from '../../src/simulation';
import { LANGUAGES, sampleMap, sampleText } from './read';

/** The map that is kept when somebody begins with a sample. */
async function begun(id: (typeof SAMPLE_IDS)[number], locale = 'en', currency = 'USD') {
  const kept: JourneyMap[] = [];
  const create = (map: JourneyMap) => {
    kept.push(map);
    return Promise.resolve({ id: map.id } as never);
  };
  await createFromSample({ create }, id, locale, currency);
  return kept[0]!;
}

test('a blank map takes the currency of its reader, a template keeps the one of its amounts', async () => {
  expect((await begun('blank', 'ms', 'MYR')).currency).toBe('MYR');
  const { id } = TEMPLATES[0]!;
  expect((await begun(id, 'ms', 'MYR')).currency).toBe(sampleMap(id).currency);
});

const inAYear = () => new Date(Date.now() + 364 * 86_400_000).toISOString().slice(0, 10);

describe.each(TEMPLATES.map(({ id }) => id))('the template %s', (id) => {
  test.each(LANGUAGES)('parses in %s without an error or a warning of the checker', (language) => {
    const { outcome, map } = parseMap(sampleText(id, language));
    expect(outcome).toBe('opened');
    const found = problems(map!, { today: '2026-11-21' });
    expect(found.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  test('runs: customers come to an outcome, and nobody is cut off', async () => {
    const map = sampleMap(id);
    const scenario = Object.values(map.scenarios)[0];
    const run = await simulate(map, scenario && { ...scenario, customers: 500 });
    expect(run.total.customers).toBe(500);
    expect(run.total.ends.outcome.value).toBeGreaterThan(0.1);
    expect(run.total.ends.cutOff.value).toBe(0);
    const reached = Object.values(run.touchpoints).filter(({ entries }) => entries > 0);
    expect(reached).toHaveLength(Object.keys(map.touchpoints).length);
  });

  test('has stages and touchpoints in all of them, and states no measurement', () => {
    const { stages, touchpoints, kpis, segments, owner, participants } = sampleMap(id);
    const used = new Set(Object.values(touchpoints).map(({ stage }) => stage));
    expect(used).toEqual(new Set(Object.keys(stages)));
    expect(Object.values(kpis).flatMap(({ actuals }) => Object.keys(actuals))).toEqual([]);
    expect(Object.values(segments).filter(({ dataAsOf }) => dataAsOf !== null)).toEqual([]);
    expect(Object.values(touchpoints).filter(({ reviewedAt }) => reviewedAt !== null)).toEqual([]);
    expect([owner, participants]).toEqual(['', {}]);
  });

  test.each(LANGUAGES)('in %s instructs nobody', (language) => {
    const instructs =
      /your own|type here|replace|template|ersetzen|hier eingeben|Vorlage|gantikan|taip di sini|templat/i;
    expect(sampleText(id, language)).not.toMatch(instructs);
  });
});

test('a blank map has no record and no text; only the rows of the table are named', async () => {
  for (const language of LANGUAGES) {
    const { lanes, market, ...map } = await begun('blank', language);
    expect(Object.values(lanes).length).toBeGreaterThan(0);
    expect(Object.values(lanes).every(({ cells }) => Object.keys(cells).length === 0)).toBe(true);
    expect(market.fixedCostPerMonth).toBe(0);
    const tables = Object.values(map).filter((value) => typeof value === 'object');
    expect(tables.every((table) => Object.keys(table).length === 0)).toBe(true);
    expect([map.title, map.description, map.owner, map.language]).toEqual(['', '', '', language]);
  }
});

test('a map made from a sample is its own and made now', async () => {
  const before = Date.now();
  const map = await begun('saas-trial');
  expect(map.id).not.toBe(sampleMap('saas-trial').id);
  expect(Date.parse(map.createdAt)).toBeGreaterThanOrEqual(before);
});

test.each(SAMPLE_IDS)('a map made from %s has nothing overdue, whenever it is made', async (id) => {
  const map = await begun(id);
  const today = new Date().toISOString().slice(0, 10);
  const rules = problems(map, { today }).map(({ rule }) => rule);
  expect(rules).not.toContain('segment-stale');
  expect(rules).not.toContain('unreviewed');
  const cadence = Object.values(map.segments).some(({ reviewEveryDays }) => reviewEveryDays);
  const later = problems(map, { today: inAYear() }).map(({ rule }) => rule);
  expect(later.includes('segment-stale')).toBe(cadence);
});

test('each sample has a drawing of its own layout, the same in every language', async () => {
  const pictures = await Promise.all(
    [...TEMPLATES, WORKED_CASE].map(({ id }) => pictureOf(id, 'en')),
  );
  expect(new Set(pictures).size).toBe(pictures.length);
  for (const picture of pictures) expect(picture).toMatch(/^<svg .*<path .*<\/svg>$/);
  expect(await pictureOf('support-case', 'ms')).toBe(await pictureOf('support-case', 'en'));
});
