// The whole runner, .config/test.mjs, in a repository of its own whose tools are stand-ins that do as they are told.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;

/** Writes a report of three passed tests, or does what the variable VITEST_unit, VITEST_e2e … says. */
const vitest = `
  import { writeFileSync } from 'node:fs';
  const option = (name) => process.argv.find((each) => each.startsWith(name))?.slice(name.length);
  const project = process.argv[process.argv.indexOf('--project') + 1];
  const task = process.env['VITEST_' + project];
  console.log('running', project, process.env.CHROMIUM_PATH ?? '', ...process.argv.slice(7));
  if (task === 'crash') process.exit(9);
  if (task === 'kill') process.kill(process.pid, 'SIGKILL');
  if (task === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000));
  const failed = task === 'fail' ? 1 : 0;
  writeFileSync(option('--outputFile.json='), JSON.stringify({
    numPassedTests: 3, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0, testResults: [],
  }));
  process.exit(failed);
`;
const vite = `process.exit(process.env.VITE === 'fail' ? 2 : 0);`;
/** A browser is Node itself, and starts unless told otherwise. */
const playwright = `
  const page = { evaluate: async () => 1 };
  export const chromium = {
    executablePath: () => '/nowhere/chromium',
    launch: async () => {
      if (process.env.BROWSER === 'broken') throw new Error('it crashed');
      return { newPage: async () => page, close: async () => undefined };
    },
  };
`;

async function write(path: string, text: string) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runner-'));
  await cp('.config', join(folder, '.config'), { recursive: true });
  await cp('.ci', join(folder, '.ci'), { recursive: true });
  const type = 'module';
  const lock = JSON.stringify({ lockfileVersion: 3, packages: {} });
  await write('package.json', JSON.stringify({ type, scripts: { test: 'node .config/test.mjs' } }));
  await write('package-lock.json', lock);
  await write('node_modules/.package-lock.json', lock);
  for (const [name, code] of Object.entries({ vitest, vite })) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ type, bin: 'cli.js' }));
    await write(`node_modules/${name}/cli.js`, code);
  }
  await write('node_modules/playwright-core/package.json', JSON.stringify({ type, main: 'i.js' }));
  await write('node_modules/playwright-core/i.js', playwright);
});
afterAll(() => rm(folder, { recursive: true }));

interface Given {
  args?: string[];
  env?: Record<string, string>;
  /** Ends the run with this signal as soon as a line with `at` appears. */
  signal?: { name: NodeJS.Signals; at: string };
}

/** Runs a script of the repository and gives its lines, its output and errors in one. */
function run(command: string, { args = [], env = {}, signal }: Given = {}) {
  const process_ = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, BROWSER_WAYS: 'path', CHROMIUM_PATH: process.execPath, ...env },
  });
  return new Promise<{ code: number | null; lines: string[]; last: string | undefined }>(
    (resolve, reject) => {
      let text = '';
      const hear = (chunk: Buffer) => {
        text += chunk.toString();
        if (signal && text.includes(signal.at)) process_.kill(signal.name);
      };
      process_.stdout.on('data', hear);
      process_.stderr.on('data', hear);
      process_.once('error', reject);
      process_.once('close', (code) => {
        const lines = text.trimEnd().split('\n');
        resolve({ code, lines, last: lines.at(-1) });
      });
    },
  );
}

const runTests = ({ args = [], ...given }: Given = {}) =>
  run(process.execPath, { args: ['.config/test.mjs', ...args], ...given });

const onlyE2e = ['--only', 'e2e'];

/** Each run starts half a dozen processes. */
const slow = { timeout: 60_000 };

describe('a test run', slow, () => {
  test('does every part in turn and ends with the sum', async () => {
    const { code, lines, last } = await runTests();
    expect(last).toBe('9 passed, 0 failed');
    expect(code).toBe(0);
    const times = lines.slice(lines.indexOf('Time by part:') + 1, -1);
    expect(times.map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'install',
      'unit',
      'components',
      'build',
      'browser',
      'end-to-end',
      'all',
    ]);
  });

  test('of the end-to-end tests alone runs nothing else, and hands on the browser and the files', async () => {
    const { last, lines } = await runTests({ args: [...onlyE2e, 'tests/e2e/some.e2e.ts'] });
    expect(last).toBe('3 passed, 0 failed');
    const ran = lines.filter((line) => line.startsWith('running'));
    expect(ran).toEqual([expect.stringMatching(/^running e2e \S+.* tests\/e2e\/some\.e2e\.ts$/)]);
    expect(ran[0]).toContain(process.execPath);
  });

  test('with a failed test goes on to the end, and ends badly', async () => {
    const { code, last } = await runTests({ env: { VITEST_unit: 'fail' } });
    expect(last).toBe('9 passed, 1 failed');
    expect(code).toBe(1);
  });
});

describe('a test run that dies on the way says so at its end', slow, () => {
  test.each<[string, string[], Record<string, string>, string, number]>([
    ['Vitest crashes', [], { VITEST_unit: 'crash' }, 'unit: Vitest left no report', 6],
    ['Vitest is killed', [], { VITEST_components: 'kill' }, 'components: Vitest left no', 6],
    ['the build fails', onlyE2e, { VITE: 'fail' }, 'build: the build failed (exit code 2)', 0],
    ['no browser starts', onlyE2e, { BROWSER: 'broken' }, 'browser: No Chromium found', 0],
  ])('when %s', async (_when, args, env, reason, passed) => {
    const { code, lines, last } = await runTests({ args, env });
    expect(last).toBe(`Aborted: ${passed} passed, 1 failed`);
    expect(lines.some((line) => line.startsWith(`The run died at ${reason}`))).toBe(true);
    expect(code).toBe(1);
  });

  test('when it is ended by a signal', async () => {
    const { code, lines, last } = await runTests({
      env: { VITEST_components: 'hang' },
      signal: { name: 'SIGTERM', at: 'running components' },
    });
    expect(last).toBe('Aborted: 3 passed, 1 failed');
    expect(lines.at(-2)).toBe('The run died at components: it was ended by SIGTERM');
    expect(code).toBe(143);
  });

  test('when the packages cannot be installed', async () => {
    await write(
      'package-lock.json',
      JSON.stringify({ packages: { 'node_modules/x': { version: '1.0.0' } } }),
    );
    await rm(join(folder, 'package.json'));
    const { code, lines, last } = await runTests();
    expect(last).toBe('Aborted: 0 passed, 1 failed');
    expect(lines.at(-2)).toContain('install: the packages could not be installed');
    expect(code).toBe(1);
  });
});
