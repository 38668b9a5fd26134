import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageBin } from '../../.config/packageBin.mjs';

/** Finds one package.json, whatever is asked for. */
async function packageWith(bin: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const manifest = join(folder, 'package.json');
  await writeFile(manifest, JSON.stringify({ bin }));
  return () => manifest;
}

test.each(['playwright-core', 'vitest', 'vite', 'typescript:tsc', 'prettier', 'eslint'])(
  'the command line of %s exists, though the package may not export it',
  (asked) => {
    const [name = '', command] = asked.split(':');
    expect(existsSync(packageBin(name, command))).toBe(true);
  },
);

test('a package with one command names it by a path alone', async () => {
  const resolve = await packageWith('./cli.js');
  expect(packageBin('anything', undefined, resolve)).toBe(join(dirname(resolve()), 'cli.js'));
});

test('a scoped package’s command has its name without the scope', async () => {
  const resolve = await packageWith({ tool: 'bin/tool.js' });
  expect(packageBin('@scope/tool', undefined, resolve)).toMatch(/tool\.js$/);
});

test('a command the package does not have is refused by name', async () => {
  const resolve = await packageWith({ tool: 'bin/tool.js' });
  expect(() => packageBin('thing', 'other', resolve)).toThrow('thing has no command other');
});
