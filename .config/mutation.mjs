// npm run test:mutation -- FOLDER: puts faults into a folder of src, one at a time, and counts how many its tests notice.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { readOptions, usage } from './mutation/options.mjs';

ensureInstalled();

/** @type {import('./mutation/options.mjs').MutationOptions} */
let options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(2);
}
// Loaded late: the usage must print without them.
const { Stryker } = await import('@stryker-mutator/core');
const { mutantsOf, sourcesOf } = await import('./mutation/mutants.mjs');
const { drawSample, keyOf } = await import('./mutation/sample.mjs');
const { count, fromReport, survivorLines, survivors, tableHead, tableRow } =
  await import('./mutation/report.mjs');
const { testsOf } = await import('./mutation/tests.mjs');

const { folder, seed, only } = options;
const cache = join(root, 'node_modules', '.cache', 'desire-path', 'mutation');
mkdirSync(cache, { recursive: true });

const sources = sourcesOf(folder).filter((path) => only === undefined || path.includes(only));
const mutants = await mutantsOf(sources);
const sample = only === undefined ? drawSample(mutants, seed, options.sample) : mutants;
const chosen = new Set(sample.map(keyOf));
console.log(`${folder}: ${sample.length} of ${mutants.length} mutants, seed ${seed}`);

// Read by tests/support/runs.ts: the longest random tests are short here.
process.env.MUTATING = '1';
process.env.MUTATION_TESTS = JSON.stringify(testsOf(folder));
process.env.MUTATION_SAMPLE = join(cache, `${folder}.sample.json`);
writeFileSync(process.env.MUTATION_SAMPLE, JSON.stringify([...chosen]));

const began = new Date();
const all = await new Stryker({
  // Only what is tried is instrumented: every mutant in the code makes all of it slower.
  mutate: sample.map(({ fileName, location: { start, end } }) => {
    return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
  }),
  testRunner: 'vitest',
  vitest: { configFile: '.config/mutation/vitest.config.mjs', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './.config/mutation/sampleChecker.mjs'],
  checkers: ['sample'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  // Others may work on this machine: slow is not yet endless.
  timeoutMS: 20_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 30,
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
  tempDirName: '.cache/mutation',
  ignorePatterns: ['/dist', '/coverage', 'tests/e2e', 'tests/bench', 'docs/images'],
}).runMutationTest();
const results = all.map(fromReport).filter((result) => chosen.has(keyOf(result)));

const run = {
  folder,
  date: began.toISOString().slice(0, 10),
  seed,
  mutants: mutants.length,
  sample: results.length,
  ...count(results),
};
const left = survivors(results);
writeFileSync(
  join(cache, only === undefined ? `${folder}-${seed}.json` : `${folder}-only.json`),
  JSON.stringify({ ...run, survivors: left }, null, 2),
);
for (const survivor of left) console.log(survivorLines(survivor));
console.log(`\n${Math.round((Date.now() - began.getTime()) / 1000)} s`);
console.log(`${tableHead}\n${tableRow(run)}`);
