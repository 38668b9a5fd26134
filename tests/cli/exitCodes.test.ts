import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { JourneyMap, type JourneyMapInput } from '../../src/map/schema';
import { parseMap, serialise } from '../../src/map/text';
import { journey } from '../../src/cli/journey';
import { folderOfFiles, said, spawned } from './support/journey';

const id = (name: string) => name.padEnd(12, '_');
let file: Awaited<ReturnType<typeof folderOfFiles>>;

/** Start → end, both named, placed and reviewed on the day of the test: nothing to find. */
function sound(more: Partial<JourneyMapInput> = {}): JourneyMap {
  const reviewedAt = new Date().toISOString().slice(0, 10);
  const card = { stage: id('stage'), reviewedAt };
  return JourneyMap.parse({
    format: 'journey-map',
    version: 1,
    id: id('map'),
    title: 'Sound',
    stages: { [id('stage')]: { name: 'Stage' } },
    touchpoints: {
      [id('start')]: { ...card, name: 'Start', kind: 'entry' },
      [id('end')]: { ...card, name: 'End', kind: 'outcome', outcome: 'success' },
    },
    transitions: { [id('go')]: { from: id('start'), to: id('end'), chance: { base: 1 } } },
    ...more,
  });
}
const hint = () => sound({ kpis: { [id('kpi')]: { name: 'KPI' } } });
const warning = () =>
  sound({
    campaigns: { [id('mail')]: { name: 'Mail', status: 'planned', channel: 'email' } },
  });
const error = () =>
  sound({
    kpis: {
      [id('kpi')]: {
        name: 'KPI',
        metric: { kind: 'catalogue', id: 'luck' },
        target: 1,
        actuals: { [id('actual')]: { date: '2026-01-01', value: 1 } },
      },
    },
  });

beforeAll(async () => {
  file = await folderOfFiles();
});

describe('check', () => {
  test('says nothing of a sound map and exits 0', async () => {
    const path = await file('sound.json', serialise(sound()));
    expect(await said('check', path)).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = await said('check', path, '--json');
    expect({ code, json: JSON.parse(out) as unknown }).toEqual({ code: 0, json: { findings: [] } });
  });

  test('tells hints, which are no findings for the exit code', async () => {
    const { code, out } = await said('check', await file('hint.json', serialise(hint())));
    expect(code).toBe(0);
    expect(out).toBe(
      `hint  kpi-without-target  /kpis/${id('kpi')}  “KPI” has no target.\n` +
        `hint  kpi-without-data  /kpis/${id('kpi')}  “KPI” has no measured value.\n`,
    );
  });

  test('exits 1 on a warning, and on an error', async () => {
    const warned = await said('check', await file('warning.json', serialise(warning())));
    expect(warned.code).toBe(1);
    expect(warned.out).toContain(
      `warning  campaign-without-touchpoint  /campaigns/${id('mail')}  `,
    );
    const failed = await said('check', await file('error.json', serialise(error())));
    expect(failed.code).toBe(1);
    expect(failed.out).toContain(`error  kpi-unknown-metric  /kpis/${id('kpi')}  `);
  });

  test('tells the map as a whole by a slash, and by null in JSON', async () => {
    const path = await file('open.json', serialise(sound({ transitions: {} })));
    const { out } = await said('check', path);
    expect(out).toContain('hint  not-connected  /  The 2 touchpoints are not connected yet.\n');
    const { findings } = JSON.parse((await said('check', path, '--json')).out) as {
      findings: { rule: string }[];
    };
    expect(findings.find(({ rule }) => rule === 'not-connected')).toEqual({
      rule: 'not-connected',
      severity: 'hint',
      collection: null,
      id: null,
      sentence: 'The 2 touchpoints are not connected yet.',
    });
  });
});

describe('diff', () => {
  test('of a map with itself exits 0 and says nothing', async () => {
    const path = await file('one.json', serialise(sound()));
    expect(await said('diff', path, path)).toEqual({ code: 0, out: '', err: '' });
  });

  test('tells fields, records and their order by pointers, and exits 1', async () => {
    const before = await file('before.json', serialise(sound()));
    const { [id('go')]: go, ...rest } = sound().transitions;
    const changed = sound({
      title: 'Changed',
      transitions: { ...rest, [id('went')]: { ...go! } },
      stages: { [id('stage')]: { name: 'Stage', order: 'a9' } },
    });
    const after = await file('after.json', serialise(changed));
    const { code, out } = await said('diff', before, after);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'changed  /title',
      `moved  /stages/${id('stage')}/order`,
      `removed  /transitions/${id('go')}`,
      `added  /transitions/${id('went')}`,
      '',
    ]);
    const json = JSON.parse((await said('diff', before, after, '--json')).out) as {
      changes: unknown[];
    };
    expect(json.changes[0]).toEqual({
      kind: 'changed',
      pointer: '/title',
      before: 'Sound',
      after: 'Changed',
    });
  });
});

describe('merge', () => {
  test('of changes in different places exits 0 with both of them', async () => {
    const base = await file('base.json', serialise(sound()));
    const mine = await file('mine.json', serialise(sound({ title: 'Mine' })));
    const theirs = await file('theirs.json', serialise(sound({ description: 'Theirs' })));
    const { code, out, err } = await said('merge', base, mine, theirs);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(parseMap(out).map).toMatchObject({ title: 'Mine', description: 'Theirs' });
  });

  test('of one place exits 1, keeps mine, and tells the place on stderr', async () => {
    const base = await file('base.json', serialise(sound()));
    const renamed = (title: string, name: string) =>
      serialise(sound({ title, stages: { [id('stage')]: { name } } }));
    const mine = await file('mine.json', renamed('Mine', 'My stage'));
    const theirs = await file('theirs.json', renamed('Theirs', 'Their stage'));
    const { code, out, err } = await said('merge', base, mine, theirs, '--json');
    expect(code).toBe(1);
    expect(err.split('\n').sort()).toEqual([
      '',
      `conflict  /stages/${id('stage')}/name`,
      'conflict  /title',
    ]);
    const json = JSON.parse(out) as { map: JourneyMap; conflicts: object[] };
    expect(json.map.title).toBe('Mine');
    expect(json.conflicts).toContainEqual({ pointer: '/title', mine: 'Mine', theirs: 'Theirs' });
  });
});

describe('input that cannot be used', () => {
  test.each([
    ['check'],
    ['check', 'a.json', 'b.json'],
    ['simulate', 'a.json', 'b.json'],
    ['diff', 'a.json'],
    ['diff', 'a.json', 'b.json', 'c.json'],
    ['merge', 'a.json', 'b.json'],
    ['merge', 'a.json', 'b.json', 'c.json', 'd.json'],
    ['merge-runs'],
    ['export'],
    ['export', 'a.json', 'b.json'],
    ['juggle', 'a.json'],
    [],
  ])('%j: the words are wrong, so the usage goes to stderr', async (...words) => {
    const { code, out, err } = await said(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('journey check FILE');
    expect(err).toContain('Exit 0: fine. 1: findings. 2:');
  });

  test.each([
    ['an empty file', '', 'The file is empty'],
    ['text that is no JSON', '{', 'The file ends too early'],
    ['other JSON', '{"a":1}', 'This is JSON, but neither a journey map'],
    [
      'a map of a later version',
      serialise(sound()).replace('"version": 1', '"version": 99'),
      'newer Desire Path',
    ],
  ])('%s exits 2 with the path and the reason', async (_, text, reason) => {
    const path = await file('unusable.json', text);
    const good = await file('good.json', serialise(sound()));
    for (const words of [
      ['check', path],
      ['simulate', path],
      ['export', path],
      ['diff', good, path],
      ['diff', path, good],
      ['merge', good, good, path],
    ]) {
      const { code, out, err } = await said(...words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${path}: `);
      expect(err).toContain(reason);
    }
  });

  test('a file that is not there exits 2 with its path', async () => {
    const { code, err } = await said('check', 'no/such/file.json');
    expect(code).toBe(2);
    expect(err).toMatch(/^no\/such\/file\.json: .*ENOENT/);
  });

  test('what can be mended is reported on stderr, with the path and the place, and goes on', async () => {
    const text = serialise(sound()).replace(`"to": "${id('end')}"`, `"to": "${id('gone')}"`);
    const { code, err } = await said('diff', ...(await twice('mended.json', text)));
    expect(code).toBe(0);
    expect(err).toContain('mended.json: /transitions/');
  });

  async function twice(name: string, text: string): Promise<[string, string]> {
    const path = await file(name, text);
    return [path, path];
  }
});

test('a failure of the command line itself is told in a line, with a code of its own', async () => {
  const told: string[] = [];
  const code = await journey(['--help'], {
    say: () => Promise.reject(new RangeError('too deep')),
    warn: (text) => told.push(text),
  });
  expect([code, told]).toEqual([3, ['journey itself failed: too deep\n']]);
});

test('a real process ends with the same codes', { timeout: 120_000 }, async () => {
  const path = await file('sound.json', serialise(sound()));
  const other = await file('other.json', serialise(sound({ title: 'Other' })));
  // Other tests see it end with 0: starting a process is dear.
  expect(await spawned('diff', path, other)).toEqual({
    code: 1,
    out: 'changed  /title\n',
    err: '',
  });
  const broken = await spawned('diff', path, 'no-such-file.json');
  expect({ code: broken.code, out: broken.out }).toEqual({ code: 2, out: '' });
  expect(broken.err).toContain('no-such-file.json');
});

test('the samples have no errors, so that check of them exits 0 or tells warnings only', async () => {
  for (const name of ['coachinglive', 'saas-trial', 'support-case']) {
    const path = `src/samples/${name}.journey.json`;
    expect(readFileSync(path, 'utf8')).not.toBe('');
    const { code, out } = await said('check', path);
    expect(out).not.toMatch(/^error /m);
    expect(code).toBe(/^warning /m.test(out) ? 1 : 0);
  }
});
