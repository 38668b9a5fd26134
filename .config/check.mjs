// npm run check: everything that can be said about the code without running it; one line with the sum at the end.
import { resolve } from 'node:path';
import { ensureInstalled, root, runBin } from './install.mjs';
import { isFresh } from './fresh.mjs';

ensureInstalled();

const layers = await import('./layers.mjs');
const logic = await import('./logic.mjs');
const unused = await import('./unused.mjs');
const words = await import('./words.mjs');
const docs = await import('./docs.mjs');
const docBlocks = await import('./docBlocks.mjs');
const { checkSize } = await import('./size.mjs');

const cache = 'node_modules/.cache/desire-path';

/** A command line as a check: it prints its own findings. */
const tool = (/** @type {string} */ file, /** @type {string[]} */ ...args) => {
  return () => (runBin(file, args) === 0 ? [] : ['see above']);
};

async function sizeOfBuild() {
  const folder = process.env.DIST_DIR ?? 'dist';
  if (!isFresh(folder) && runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) {
    return ['the build failed'];
  }
  return checkSize(resolve(root, folder));
}

/** @type {[string, () => string[] | Promise<string[]>][]} */
const checks = [
  ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  [
    'lint',
    tool(
      'eslint/bin/eslint.js',
      '--max-warnings=0',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${cache}/eslint`,
      '.',
    ),
  ],
  [
    'types',
    tool(
      'typescript/bin/tsc',
      '-p',
      root,
      '--incremental',
      '--tsBuildInfoFile',
      `${cache}/types.tsbuildinfo`,
    ),
  ],
  ['order of the folders', layers.checkLayers],
  ['the rules on the order can fire', layers.checkLayerRules],
  ['folders are entered by their index', layers.importsPastIndexes],
  ['the rule on indexes can fire', layers.checkImportsPastIndexes],
  ['views hold React only', layers.logicInViews],
  ['the rule on views can fire', layers.checkLogicInViews],
  ['components with logic are imported by a test', logic.untestedLogic],
  ['the rule on components with logic can fire', logic.checkUntestedLogic],
  ['exports have a doc block', docBlocks.missingDocBlocks],
  ['exports in use', unused.unusedExports],
  ['files in use', unused.unreachedFiles],
  ['packages in use', unused.unusedPackages],
  ['links of the docs lead somewhere', docs.deadLinks],
  ['lists of the docs are complete', docs.incompleteLists],
  ['lines of the docs can be read', docs.longLines],
  ['nothing announced for later', words.unfinishedWords],
  ['lockfile without addresses', words.lockfileAddresses],
  ['size of the first load', sizeOfBuild],
];

let failed = 0;
for (const [name, check] of checks) {
  /** @type {string[]} */
  let findings;
  try {
    findings = await check();
  } catch (error) {
    findings = [String(error instanceof Error ? (error.stack ?? error.message) : error)];
  }
  if (findings.length > 0) failed += 1;
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name}`);
  for (const finding of findings) console.log(`    ${finding}`);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
