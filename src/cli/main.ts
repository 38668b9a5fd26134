import { parseArgs } from 'node:util';
import { check } from './check';
import { diffMaps } from './diffMaps';
import { exportMachine } from './exportMachine';
import { mergeMaps } from './mergeMaps';
import { type Answer, say, Unusable } from './output';
import { simulateFile } from './simulateFile';

const USAGE = `journey check FILE [--json]
journey simulate FILE [--scenario ID] [--customers N] [--seed S] [--from A --to B] [--json]
journey diff BEFORE AFTER [--json]
journey merge BASE MINE THEIRS [--json]
journey export FILE [--typescript]
Exit 0: fine. 1: findings. 2: a file or an option that cannot be used, told on stderr.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  typescript: { type: 'boolean', default: false },
  scenario: { type: 'string' },
  customers: { type: 'string' },
  seed: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

/** The values of the options, as the commands get them. */
export type Options = ReturnType<typeof readArguments>['values'];

function readArguments(words: string[]) {
  return parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
}

async function answer(words: string[]): Promise<Answer> {
  const { values, positionals } = parse(words);
  const [command, ...files] = positionals;
  const [first = '', second = '', third = ''] = files;
  const wants = (count: number) => {
    if (files.length !== count) throw new Unusable(USAGE);
  };
  switch (command) {
    case 'check':
      wants(1);
      return check(first);
    case 'simulate':
      wants(1);
      return simulateFile(first, values);
    case 'diff':
      wants(2);
      return diffMaps(first, second);
    case 'merge':
      wants(3);
      return mergeMaps(first, second, third);
    case 'export':
      wants(1);
      return exportMachine(first, values.typescript);
    default:
      throw new Unusable(USAGE);
  }
}

function parse(words: string[]) {
  try {
    return readArguments(words);
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
  }
}

try {
  const words = process.argv.slice(2);
  const { text, json, findings } = await answer(words);
  await say(words.includes('--json') ? `${JSON.stringify(json, null, 2)}\n` : text);
  process.exitCode = findings ? 1 : 0;
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
