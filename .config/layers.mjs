// Holds the order of the folders (dependency-rules.cjs), and proves that the rules can still see a wrong import.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './install.mjs';

const rules = createRequire(import.meta.url)('./dependency-rules.cjs');
const tsConfig = extractTSConfig(join(root, 'tsconfig.json'));

async function cruiseSources(/** @type {string} */ baseDir) {
  const { output } = await cruise(
    ['src'],
    { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir },
    undefined,
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text.');
  return output.summary;
}

/** The real sources: no violation, and at least one module seen (a broken set-up sees none and passes). */
export async function checkLayers() {
  const { violations, totalCruised } = await cruiseSources(root);
  if (totalCruised === 0) throw new Error('dependency-cruiser saw no module at all.');
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** The fixture: each of its deliberate mistakes is found. */
export async function checkLayerRules() {
  const { violations } = await cruiseSources(join(root, '.config', 'layer-fixture'));
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
  const found = logicInViews(join(root, '.config', 'layer-fixture', 'src', 'views'));
  return found.length === 1 ? [] : ['logic in views was not noticed'];
}
