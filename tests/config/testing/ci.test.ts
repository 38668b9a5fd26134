// .ci/run, with an npm that does as it is told in place of the real one.
import { spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ci-'));
  await cp('.ci', join(folder, '.ci'), { recursive: true });
  const npm = join(folder, 'npm');
  await writeFile(
    npm,
    `#!/bin/sh
case "$*" in
  test) eval "$TEST" ;;
  "run test:e2e -- tests/e2e/smoke.e2e.ts") eval "$SMOKE" ;;
  "run check") eval "$CHECK" ;;
  *) exit 99 ;;
esac
`,
  );
  await chmod(npm, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

const sum = (passed: number, failed: number) => `echo "${passed} passed, ${failed} failed"`;
const good = { TEST: sum(5, 0), SMOKE: sum(2, 0), CHECK: sum(1, 0) };

function ci(env: Partial<typeof good> = {}, signalAt?: string) {
  const started = spawn('bash', [join(folder, '.ci', 'run')], {
    env: {
      ...process.env,
      ...good,
      ...env,
      PATH: [folder, process.env.PATH].join(delimiter),
    },
  });
  return new Promise<{ code: number | null; text: string; last: string | undefined }>((resolve) => {
    let text = '';
    started.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (signalAt !== undefined && text.includes(signalAt)) started.kill('SIGTERM');
    });
    started.once('close', (code) => {
      resolve({ code, text, last: text.trimEnd().split('\n').at(-1) });
    });
  });
}

test('a run that is good ends with the sum of its parts, and with 0', async () => {
  expect(await ci()).toMatchObject({ code: 0, last: '8 passed, 0 failed' });
});

test('the smoke tests run once more with every way to a browser but the last hidden, from an empty cache', async () => {
  const { text } = await ci({
    SMOKE: `echo "ways: $BROWSER_WAYS"; ls "$XDG_CACHE_HOME"; ${sum(2, 0)}`,
    CHECK: `echo "ways: none$BROWSER_WAYS"; ${sum(1, 0)}`,
  });
  expect(text).toContain('ways: npm\n');
  expect(text).toContain('ways: none\n');
});

test.each<[string, Partial<typeof good>, string]>([
  ['a failed test', { TEST: `${sum(4, 1)}; exit 1` }, '7 passed, 1 failed'],
  ['an aborted part', { TEST: 'echo "Aborted: 3 passed, 2 failed"; exit 1' }, '6 passed, 2 failed'],
  ['a part without a sum', { SMOKE: 'echo nothing; exit 0' }, '6 passed, 1 failed'],
  ['a part that was killed', { TEST: 'kill -9 $$' }, '3 passed, 1 failed'],
  [
    'a part that ends badly with a good sum',
    { CHECK: `${sum(1, 0)}; exit 1` },
    '8 passed, 1 failed',
  ],
])('%s makes the run fail', async (_what, env, last) => {
  expect(await ci(env)).toMatchObject({ code: 1, last });
});

test('only the last sum of a part counts', async () => {
  const { last } = await ci({ TEST: `${sum(100, 7)}; ${sum(5, 0)}` });
  expect(last).toBe('8 passed, 0 failed');
});

test('a run that is ended by a signal says so, and counts it as a failure', async () => {
  const { code, text, last } = await ci({ SMOKE: 'echo waiting; sleep 1' }, 'waiting');
  expect(text).toContain('The run ended before all was done.');
  expect(last).toBe('5 passed, 1 failed');
  expect(code).toBe(1);
});
