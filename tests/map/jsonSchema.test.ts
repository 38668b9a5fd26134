import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';
import { publishedSchema, SCHEMA_FILE } from './support/jsonSchema';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats(ajv);
ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
const accepts = ajv.compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);

function filesIn(folder: string): [string, unknown][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journey.json'))
    .map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown]);
}

test('the published schema is the one the code has', async () => {
  // `npx tsx tests/map/support/writeJsonSchema.ts` writes it again.
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await publishedSchema());
});

test.each([...filesIn('tests/fixtures/v1'), ...filesIn('src/samples')])(
  'an independent validator accepts %s',
  (_, file) => {
    accepts(file);
    expect(accepts.errors ?? []).toEqual([]);
  },
);

test('an independent validator accepts every valid map', () => {
  fc.assert(
    fc.property(journeyMap(), (map) => {
      accepts(map);
      expect(accepts.errors ?? []).toEqual([]);
    }),
    { numRuns: runs(20, 1_000) },
  );
});

test.each([
  ['another format', { format: 'x' }],
  ['a newer version', { version: 2 }],
  ['a short id', { id: 'abc' }],
  ['a table that is a list', { stages: [] }],
  ['an unknown kind', { touchpoints: { aaaaaaaaaaaa: { kind: 'portal' } } }],
  ['a transition without an end', { transitions: { aaaaaaaaaaaa: { from: 'bbbbbbbbbbbb' } } }],
  ['a negative weight', { touchpoints: { aaaaaaaaaaaa: { weight: { base: -1 } } } }],
])('an independent validator refuses %s', (_, part) => {
  expect(accepts({ format: 'journey-map', version: 1, id: 'mapmapmapmap', ...part })).toBe(false);
});
