// npm run bench: the engines against others and against themselves, into docs/benchmarks.md.
//   --quick   few and short rounds, printed only       --full   ten million customers too
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { machine, table, writeSection } from './benchmarkPage.mjs';
import { buildForNode } from './buildForNode.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const options = process.argv.slice(2);
const folder = join(root, 'node_modules', '.cache', 'desire-path', 'bench');

// As the app ships it: bundled, without what a development loader adds to every function.
await buildForNode(folder, {
  main: join(root, 'tests/bench/main.ts'),
  worker: join(root, 'tests/bench/worker.ts'),
});
const { status, stdout } = spawnSync(process.execPath, [join(folder, 'main.mjs'), ...options], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 1 << 26,
});
if (status !== 0) process.exit(status ?? 1);

/** @type {{ title: string, note: string, head: string[], rows: (string | number)[][] }[]} */
const parts = JSON.parse(stdout);
const text = [
  '## The flow engine',
  `\`npm run bench\` on ${machine()}`,
  'Rates are per second of CPU time: medians of interleaved rounds, the first thrown away.',
  ...parts.flatMap(({ title, note, head, rows }) => [`### ${title}`, note, table(head, rows)]),
].join('\n\n');
console.log(text);
if (!options.includes('--quick')) await writeSection('flow', text);
