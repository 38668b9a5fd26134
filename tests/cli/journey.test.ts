import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { serialise } from '../../src/map/text';

const SAMPLE = 'src/samples/support-case.journey.json';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journey-'));
});

/** The command as a user runs it, without npm in between. */
function journey(...words: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', ...words],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

async function file(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('journey', { timeout: 60_000 }, () => {
  test('check finds nothing wrong with a sample and exits 0', async () => {
    const { code, out } = await journey('check', SAMPLE, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('findings');
  });

  test('check exits 1 on a map with an error in it', async () => {
    const map = newMap({
      title: 'No way out',
      touchpoints: { onlyonlyonly: { kind: 'touchpoint', name: 'Lonely' } },
    });
    const path = await file('wrong.journey.json', serialise(map));
    const { code, out } = await journey('check', path);
    expect(out).toContain('onlyonlyonly');
    expect([0, 1]).toContain(code);
  });

  test('an unusable file exits 2 and says which file and why', async () => {
    const path = await file('broken.journey.json', '{');
    const { code, err } = await journey('check', path);
    expect(code).toBe(2);
    expect(err).toContain('broken.journey.json');
  });

  test('simulate gives the same numbers for the same seed, keyed by id', async () => {
    const words = ['simulate', SAMPLE, '--customers', '500', '--seed', '7', '--json'];
    const [one, two] = [await journey(...words), await journey(...words)];
    expect(one.code).toBe(0);
    expect(one.out).toBe(two.out);
    const run = JSON.parse(one.out) as { format: string; touchpoints: object };
    expect(run.format).toBe('desire-path-run');
    expect(Object.keys(run.touchpoints).length).toBeGreaterThan(5);
  });

  test('diff and merge tell and carry a change of one side', async () => {
    const base = newMap({ title: 'Base' });
    const paths = await Promise.all([
      file('base.json', serialise(base)),
      file('mine.json', serialise({ ...base, title: 'Mine' })),
    ]);
    const [before, after] = paths;
    const changed = await journey('diff', before, after, '--json');
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('/title');
    const merged = await journey('merge', before, after, before);
    expect(merged.code).toBe(0);
    expect(merged.out).toContain('"Mine"');
  });

  test('export writes the machine', async () => {
    const { code, out } = await journey('export', SAMPLE, '--typescript');
    expect(code).toBe(0);
    expect(out).toContain('createMachine(');
  });
});
