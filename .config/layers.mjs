// Holds the order of the folders (dependency-rules.cjs), and proves that the rules can still see a wrong import.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './install.mjs';

const rules = createRequire(import.meta.url)('./dependency-rules.cjs');
const tsConfig = extractTSConfig(join(root, 'tsconfig.json'));

const fixture = join(root, '.config', 'layer-fixture');

async function readSources(/** @type {string} */ baseDir) {
  const { output } = await cruise(
    ['src'],
    { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir },
    undefined,
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text.');
  return output;
}

/** @type {Map<string, ReturnType<typeof readSources>>} */
const read = new Map();

/** The modules under `src` of a folder, who imports whom, and what is wrong with that; each folder is read once. */
function cruiseSources(/** @type {string} */ baseDir) {
  const known = read.get(baseDir) ?? readSources(baseDir);
  read.set(baseDir, known);
  return known;
}

/** The real sources: no violation, and at least one module seen (a broken set-up sees none and passes). */
export async function checkLayers() {
  const { violations, totalCruised } = (await cruiseSources(root)).summary;
  if (totalCruised === 0) throw new Error('dependency-cruiser saw no module at all.');
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** The fixture: each of its deliberate mistakes is found. */
export async function checkLayerRules() {
  const { violations } = (await cruiseSources(fixture)).summary;
  const fired = new Set(violations.map(({ rule }) => rule.name));
  const expected = [
    'map-imports-only-from-above',
    'src-holds-only-known-folders',
    'pure-folders-know-no-browser',
    'only-canvas-knows-react-flow',
    'only-storage-knows-dexie',
    'only-machine-and-simulation-know-xstate',
    'no-cycles',
  ];
  return expected
    .filter((name) => !fired.has(name))
    .map((name) => `${name} did not notice its mistake`);
}

/** Whether a file of `views` without markup belongs there: it is a hook, it makes a context, or it is a folder's index. */
const isReact = (/** @type {string} */ name, /** @type {string} */ text) =>
  /(^|\/)(use[A-Z]\w*|index)\.ts$/.test(name) || /from 'react'/.test(text);

/** Files of `views` that work without React and belong in a lower folder. */
export function logicInViews(folder = join(root, 'src', 'views')) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => !isReact(name, readFileSync(join(folder, name), 'utf8')))
    .map((name) => `src/views/${name} works without React: it belongs in a lower folder`);
}

/** The fixture's file without React is found. */
export function checkLogicInViews() {
  const found = logicInViews(join(fixture, 'src', 'views'));
  return found.length === 1 ? [] : ['logic in views was not noticed'];
}

/** Screens and controls are entered by their file, unless their folder has an index. */
const byFile = /^src\/(controls|views|app)\//;

/** Modules that must run although nobody takes a name from them: an index would not run them. */
function modulesThatRun() {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return new Set(/** @type {string[]} */ (sideEffects));
}

/**
 * Imports that go past the index of the folder they enter. Three may: `import()`, which fetches one module; a file of
 * the parent folder, where the folder has no index and so is a part of its parent; and screens and controls likewise.
 */
export async function importsPastIndexes(baseDir = root) {
  const { modules } = await cruiseSources(baseDir);
  const sources = new Set(
    modules.map(({ source }) => source).filter((file) => /\.tsx?$/.test(file)),
  );
  const run = modulesThatRun();
  return modules.flatMap(({ source: from, dependencies }) =>
    dependencies
      .filter(({ dynamic, resolved }) => !dynamic && sources.has(resolved) && !run.has(resolved))
      .map(({ resolved }) => ({ to: resolved, folder: dirname(resolved) }))
      .filter(({ to, folder }) => {
        const index = `${folder}/index.ts`;
        const isInside = from.startsWith(`${folder}/`);
        if (isInside || !folder.startsWith('src/') || to === index) return false;
        if (sources.has(index)) return true;
        return !byFile.test(to) && dirname(from) !== dirname(folder);
      })
      .map(({ to }) => `${from} imports ${to}: it must go through the folder's index.ts`),
  );
}

/** The fixture's imports past an index, and past one that is missing, are found; its allowed ones are not. */
export async function checkImportsPastIndexes() {
  const found = (await importsPastIndexes(fixture)).map((finding) => finding.split(':', 1)[0]);
  const expected = [
    'src/kpis/enters.ts imports src/rules/open/inner.ts',
    'src/kpis/enters.ts imports src/rules/closed/inner.ts',
    'src/map/impure.ts imports src/strange/strange.ts',
  ];
  return JSON.stringify(found.sort()) === JSON.stringify(expected.sort())
    ? []
    : [`the fixture gave: ${found.join('; ')}`];
}
