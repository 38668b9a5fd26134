import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMap, serialise } from '../../src/map/text';

/** A released file is never edited: whoever saved one has it still. New ones may be added. */
const RELEASED: Readonly<Record<string, string>> = {
  'v0/empty.journey.json': '5b3af2015109447abadb163e2d63da014cda4454778064e2148852ca2078fc5e',
  'v0/gym.journey.json': 'e9f54a1693b84ab7806ffd9d9d4707cfdc49b105a88dec0cae76259158be64f2',
  'v1/everything.journey.json': 'fb47078d6a369585227872167fccf223f6a2150ef4be9b91ec100291487a6215',
  'v1/minimal.journey.json': '74e555fbcb81e11971cb0c2428bcdca019bf7b49e4577ca064272cab32280771',
};

const FOLDER = 'tests/fixtures';
const files = readdirSync(FOLDER, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.journey.json'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();
const bytesOf = (name: string) => readFileSync(`${FOLDER}/${name}`);

test('no fixture was added without its digest, and none is gone', () => {
  expect(files).toEqual(Object.keys(RELEASED).sort());
});

test.each(Object.entries(RELEASED))('%s is as it was released', (name, digest) => {
  expect(createHash('sha256').update(bytesOf(name)).digest('hex')).toBe(digest);
});

test.each(files)('%s opens without a repair, and stays open once saved', (name) => {
  const read = parseMap(bytesOf(name));
  expect(read.problems).toEqual([]);
  expect(read.repairs).toEqual([]);
  const saved = serialise(read.map!);
  expect(parseMap(saved).map).toEqual(read.map);
});

test('a file of today is written back byte for byte', () => {
  const bytes = bytesOf('v1/everything.journey.json').toString('utf8');
  expect(serialise(parseMap(bytes).map!)).toBe(bytes);
});

test('version 0 becomes tables, chances and delays, in the order of its lists', () => {
  const map = parseMap(bytesOf('v0/gym.journey.json')).map!;
  expect(map.version).toBe(1);
  expect(map.title).toBe('Gym membership');
  expect(map.stages['stage-find-01']!.order < map.stages['stage-join-02']!.order).toBe(true);
  expect(map.touchpoints['step-poster-1']).toMatchObject({
    kind: 'entry',
    stage: 'stage-find-01',
    position: { x: 10, y: 20 },
  });
  expect(map.touchpoints['step-offer-03']?.kind).toBe('decision');
  expect(map.touchpoints['step-gone-005']).toMatchObject({ kind: 'outcome', mood: 'sad' });
  expect(map.transitions['arrow-0000001']).toMatchObject({
    from: 'step-poster-1',
    chance: { base: 0.2 },
    delay: { family: 'constant', value: 3 },
  });
  expect(map.transitions['arrow-0000004']?.otherwise).toBe(true);
});

test.each([
  ['steps that are no list', { steps: 5 }, '/touchpoints'],
  ['a step that is none', { steps: [null] }, '/touchpoints'],
  [
    'two steps with one id',
    { steps: [{ id: 'aaaaaaaaaaaa' }, { id: 'aaaaaaaaaaaa' }] },
    '/touchpoints',
  ],
  [
    'an arrow without an end',
    { arrows: [{ id: 'aaaaaaaaaaaa', from: 'aaaaaaaaaaaa' }] },
    '/transitions/aaaaaaaaaaaa/to',
  ],
])('version 0 with %s is refused where it stands', (_, part, pointer) => {
  const file = { format: 'journey-map', version: 0, id: 'mapmapmapmap', ...part };
  const { problems } = parseMap(JSON.stringify(file));
  expect(problems.map((problem) => problem.pointer)).toEqual([pointer]);
});
