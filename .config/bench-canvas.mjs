// npm run bench:canvas: the canvas against bare React Flow in a real browser, into docs/benchmarks.md.
//   --quick   100 and 1,000 touchpoints, printed only       --sizes 100,500   these instead of all
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { machine, table, writeSection } from './benchmarkPage.mjs';
import { buildForNode } from './buildForNode.mjs';
import { isFresh } from './fresh.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const isQuick = process.argv.includes('--quick');
const asked = process.argv[process.argv.indexOf('--sizes') + 1];
const all = isQuick ? [100, 1_000] : [100, 500, 1_000, 2_000, 5_000];
const sizes = process.argv.includes('--sizes') ? (asked ?? '').split(',').map(Number) : all;
const folder = join(root, 'node_modules', '.cache', 'desire-path', 'bench-canvas');
const here = join(root, 'tests', 'bench', 'canvas');

if (!isFresh(process.env.DIST_DIR ?? 'dist')) await build({ root, logLevel: 'warn' });
await build({
  root: here,
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'esnext',
    outDir: join(folder, 'bare'),
    emptyOutDir: true,
    rolldownOptions: { input: join(here, 'bare.html') },
  },
});
await buildForNode(join(folder, 'driver'), {
  main: join(here, 'main.ts'),
  graph: join(here, 'graph.ts'),
});
const { graphOf, journeyOf } = await import(join(folder, 'driver', 'graph.mjs'));
for (const size of sizes) {
  const file = join(folder, 'bare', `graph-${String(size)}.json`);
  writeFileSync(file, JSON.stringify(graphOf(journeyOf(size))));
}

/** Serves a built folder on a free port. */
async function serve(/** @type {import('vite').InlineConfig} */ config) {
  const server = await preview({
    logLevel: 'warn',
    ...config,
    preview: { port: 0, host: 'localhost' },
  });
  return { url: String(server.resolvedUrls?.local[0]), close: () => server.close() };
}
const servers = [
  await serve({ root }),
  await serve({ root: here, configFile: false, build: { outDir: join(folder, 'bare') } }),
];

/**
 * @typedef {{ script: number, task: number }} Cost
 * @typedef {{ touchpoints: number, ours: Record<string, Cost>, bare: Record<string, Cost> }} Result
 * @type {Result[]}
 */
const results = await new Promise((resolve, reject) => {
  const driver = spawn(
    process.execPath,
    [join(folder, 'driver', 'main.mjs'), ...servers.map(({ url }) => url), ...sizes.map(String)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  driver.stdout.on('data', (chunk) => (text += String(chunk)));
  driver.on('exit', (code) => {
    const lines = text.split('\n').filter((line) => line.startsWith('{'));
    if (lines.length === 0) reject(new Error('the browser could not be driven'));
    if (code !== 0) console.error('The browser could not be driven to the end.');
    resolve(lines.map((line) => JSON.parse(line)));
  });
});
for (const { close } of servers) await close();

const NAMES = {
  render: 'first render, from navigation',
  drag: 'one step of a drag',
  drop: 'letting go of what was dragged',
  pan: 'one step of a pan, at 100%',
  panAll: 'one step of a pan, all in view',
  select: 'selecting a card',
  undo: 'undo of the drag',
  type: 'one letter of a name in the inspector',
};
const ms = (/** @type {number} */ value) => value.toFixed(value < 10 ? 1 : 0);
const times = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 0)}×`;

/** A table of one kind of time: ours, bare, and how they compare. */
function tableOf(/** @type {'script' | 'task'} */ part) {
  const rows = Object.entries(NAMES).map(([task, name]) => [
    name,
    ...results.map(({ ours, bare }) => {
      const [mine, theirs] = [ours[task]?.[part] ?? NaN, bare[task]?.[part] ?? NaN];
      return `${times(mine / theirs)} (${ms(mine)} : ${ms(theirs)})`;
    }),
  ]);
  return table(['', ...results.map(({ touchpoints }) => touchpoints.toLocaleString('en'))], rows);
}

/** What an edit costs on each map against the same on the smallest. */
function growth() {
  const first = results[0];
  const rows = /** @type {const} */ (['drop', 'undo', 'type']).map((task) => [
    NAMES[task],
    ...results.map(({ ours }) =>
      times((ours[task]?.script ?? NaN) / (first?.ours[task]?.script ?? NaN)),
    ),
  ]);
  return table(['', ...results.map(({ touchpoints }) => touchpoints.toLocaleString('en'))], rows);
}

/** The aims, and what came out. */
function verdicts() {
  const ratio = (/** @type {Result} */ { ours, bare }, /** @type {string} */ task) =>
    (ours[task]?.script ?? NaN) / (bare[task]?.script ?? NaN);
  const lines = results.flatMap((result) => {
    const aim = result.touchpoints >= 1_000 ? 1 : 1.2;
    if (result.touchpoints < 500) return [];
    const missed = Object.keys(NAMES).filter((task) => !(ratio(result, task) <= aim));
    const names = missed.map((task) => NAMES[/** @type {keyof typeof NAMES} */ (task)]).join('; ');
    const size = result.touchpoints.toLocaleString('en');
    return [`- ${size} touchpoints, aim ≤ ${aim}× bare: ${names ? `missed by: ${names}` : 'met'}.`];
  });
  const [first, last] = [results[0], results.at(-1)];
  for (const task of /** @type {const} */ (['drop', 'undo', 'type'])) {
    const grown = (last?.ours[task]?.script ?? NaN) / (first?.ours[task]?.script ?? NaN);
    const size = last?.touchpoints.toLocaleString('en') ?? '';
    lines.push(
      `- ${NAMES[task]} at ${size} against 100, aim ≤ 1.5×: ${times(grown)}, ${grown <= 1.5 ? 'met' : 'missed'}.`,
    );
  }
  return lines.join('\n');
}

const text = [
  '## The canvas',
  `\`npm run bench:canvas\` on ${machine()}`,
  `The production build in Chromium, 1440 × 900, against React Flow alone with as many plain nodes and edges (two a
touchpoint) in the same places, in turns in one browser. A cell is ours against bare, in brackets the milliseconds of
each. A cost counts until the page has come to rest, so what the app does when idle is in it: saving, checking, digests.
Ours also draws bands, routes around cards, labels and marks, keeps undo and saves to disk.`,
  '### Script time',
  tableOf('script'),
  '### All of the main thread: script, style, layout, paint',
  tableOf('task'),
  '### An edit against the same edit at the smallest size (script time, ours)',
  growth(),
  '### Aims',
  verdicts(),
].join('\n\n');
console.log(text);
if (!isQuick) await writeSection('canvas', text);
