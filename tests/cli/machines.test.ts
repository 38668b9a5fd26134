import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOfFiles, said, spawned } from './support/journey';

const SAMPLE = 'src/samples/support-case.journey.json';
/** A door of another program, in the words of XState 4. */
const DOOR = {
  id: 'door',
  initial: 'closed',
  context: { keys: 1 },
  states: {
    closed: { on: { OPEN: { target: 'open', cond: 'hasKey' } } },
    open: { on: { SHUT: 'closed', GO: 'gone' } },
    gone: { type: 'final' },
  },
};
const LOST = [
  '/context: the context has no place',
  '/states/closed/on/OPEN/cond: the guard “hasKey”',
];

let file: Awaited<ReturnType<typeof folderOfFiles>>;
let exported: string;
let door: string;

beforeAll(async () => {
  file = await folderOfFiles();
  exported = await file('sample.machine.json', (await said('export', SAMPLE)).out);
  door = await file('door.json', JSON.stringify(DOOR));
});

describe('what `journey export` writes', () => {
  test.each([
    ['check', '--json'],
    ['simulate', '--customers', '200', '--json'],
    ['levers', '--customers', '200'],
    ['compare', '--customers', '200'],
    ['export', '--to', 'machine'],
  ])('is read by %s as the map itself is, with nothing to report', async (command, ...options) => {
    const ofMap = await said(command, SAMPLE, ...options);
    const ofMachine = await said(command, exported, ...options);
    expect(ofMachine).toEqual({ ...ofMap, err: ofMap.err.replaceAll(SAMPLE, exported) });
    expect(ofMachine.err).not.toContain(': /');
  });

  test('differs in nothing from the map', async () => {
    expect(await said('diff', SAMPLE, exported)).toEqual({ code: 0, out: '', err: '' });
    expect((await said('merge', SAMPLE, exported, SAMPLE)).code).toBe(0);
  });
});

describe('a machine of another program', () => {
  test('is checked, and what was not carried is on stderr with the file and the place', async () => {
    const { code, out, err } = await said('check', door, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('findings');
    for (const lost of LOST) expect(err).toContain(`${door}: ${lost}`);
    expect(err).toContain(`${door}: /: a machine does not say how likely`);
  });

  test('is simulated, and gives the same numbers every time', async () => {
    const words = ['simulate', door, '--customers', '300', '--json'];
    const [first, second] = [await said(...words), await said(...words)];
    expect(first.code).toBe(0);
    expect(second).toEqual(first);
    for (const lost of LOST) expect(first.err).toContain(lost);
    expect(await said('diff', door, door)).toMatchObject({ code: 0, out: '' });
  });

  test('is read by a real process', { timeout: 60_000 }, async () => {
    const { code, out, err } = await spawned('simulate', door, '--customers', '100');
    expect(code).toBe(0);
    expect(out).toContain('gone\t');
    expect(err).toContain(LOST[0]);
  });

  test('with words of two versions cannot be used, and both are named', async () => {
    const closed = { on: { OPEN: { target: 'open', guard: 'hasKey', cond: 'hasKey' } } };
    const mixed = { ...DOOR, states: { ...DOOR.states, closed } };
    const path = await file('mixed.json', JSON.stringify(mixed));
    const { code, out, err } = await said('check', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${path}: /states/closed/on/OPEN/cond: “cond” is a word of XState 4`);
    expect(err).toContain('“guard” at /states/closed/on/OPEN/guard');
  });

  test('made by a newer Desire Path cannot be used, and the reason is told', async () => {
    const newer = readFileSync(exported, 'utf8').replace('"version": 1', '"version": 99');
    const { code, err } = await said('check', await file('newer.json', newer));
    expect(code).toBe(2);
    expect(err).toContain('/meta: A newer Desire Path made this machine');
  });
});

test('the TypeScript of a machine is not read, and the refusal says what is', async () => {
  const { out } = await said('export', SAMPLE, '--to', 'typescript');
  const path = await file('sample.machine.ts', out);
  const { code, err } = await said('check', path);
  expect(code).toBe(2);
  expect(err).toContain(`${path}: This is the source of an XState machine`);
  expect(err).toContain('--to machine');
});
