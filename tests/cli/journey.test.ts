import { beforeAll, describe, expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { serialise } from '../../src/map/text';
import { folderOfFiles, said, spawned } from './support/journey';

const SAMPLE = 'src/samples/support-case.journey.json';
let file: Awaited<ReturnType<typeof folderOfFiles>>;

beforeAll(async () => {
  file = await folderOfFiles();
});

describe('journey', { timeout: 60_000 }, () => {
  test('says how it is used where that is asked for, and exits 0', async () => {
    const { code, out, err } = await said('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('journey check FILE');
  });

  test('check finds no error in a sample and exits 0', async () => {
    const { code, out } = await said('check', SAMPLE, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('findings');
  });

  test('check exits 1 on a map with an error in it, and names the record', async () => {
    const map = newMap({
      title: 'Too likely',
      touchpoints: { entryentryent: { kind: 'entry' }, goalgoalgoal: { kind: 'outcome' } },
      transitions: Object.fromEntries(
        ['way1way1way1', 'way2way2way2'].map((id) => [
          id,
          { from: 'entryentryent', to: 'goalgoalgoal', chance: { base: 0.9 } },
        ]),
      ),
    });
    const path = await file('wrong.journey.json', serialise(map));
    const { code, out } = await said('check', path);
    expect(out).toContain('/touchpoints/entryentryent');
    expect(code).toBe(1);
    const { findings } = JSON.parse((await said('check', path, '--json')).out) as {
      findings: Record<string, unknown>[];
    };
    expect(Object.keys(findings[0]!)).toEqual(['rule', 'severity', 'collection', 'id', 'sentence']);
  });

  test('an unusable file exits 2 and says which file and why, through a real process', async () => {
    const path = await file('broken.journey.json', '{');
    const { code, out, err } = await spawned('check', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('broken.journey.json');
  });

  test.each([
    [['simulate', 'no-such-file.json'], 'no-such-file.json'],
    [['simulate', SAMPLE, '--scenario', 'nosuchscenario'], 'nosuchscenario'],
    [['simulate', SAMPLE, '--customers', '0'], '--customers'],
    [['simulate', SAMPLE, '--customers', '1e9'], '--customers'],
    [['simulate', SAMPLE, '--seed', '-1'], '--seed'],
    [['simulate', SAMPLE, '--from', '9', '--to', '3'], '--to'],
    [['simulate', SAMPLE, '--workers', '0'], '--workers'],
    [['simulate', SAMPLE, '--exact', '--from', '3'], '--exact'],
    [['simulate'], 'journey simulate FILE'],
    [['juggle', SAMPLE], 'journey check FILE'],
    [['check', SAMPLE, '--loudly'], '--loudly'],
  ])('%j cannot be used, and the reason is reported', async (words, reason) => {
    const { code, out, err } = await said(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });

  test('diff and merge tell and carry a change of one side', async () => {
    const base = newMap({ title: 'Base' });
    const before = await file('base.json', serialise(base));
    const after = await file('mine.json', serialise({ ...base, title: 'Mine' }));
    const changed = await said('diff', before, after, '--json');
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('/title');
    const merged = await said('merge', before, after, before);
    expect(merged.code).toBe(0);
    expect(merged.out).toContain('"Mine"');
  });

  test('export writes the machine', async () => {
    const { code, out } = await said('export', SAMPLE, '--typescript');
    expect(code).toBe(0);
    expect(out).toContain('createMachine(');
  });
});
