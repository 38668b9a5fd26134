import { check } from './check';
import { compare } from './compare';
import { diffMaps } from './diffMaps';
import { exportFile } from './exportFile';
import { levers } from './levers';
import { mergeMaps } from './mergeMaps';
import { mergeRuns } from './mergeRuns';
import { type Options, readArguments, USAGE } from './options';
import { type CommandResult, Unusable, type Voice } from './output';
import { simulateFile } from './simulateFile';

/** Does what the words of a command line ask for; returns the exit code. */
export async function journey(words: readonly string[], voice: Voice): Promise<number> {
  try {
    const { values, positionals } = readArguments(words);
    const { text, json, findings } = await answer(values, positionals, voice);
    await voice.say(values.json ? `${JSON.stringify(json, null, 2)}\n` : text);
    return findings ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    voice.warn(`${error.message}\n`);
    return 2;
  }
}

async function answer(
  options: Options,
  [command, ...files]: readonly string[],
  { warn }: Voice,
): Promise<CommandResult> {
  const [first = '', second = '', third = ''] = files;
  const wants = (count: number) => {
    if (files.length !== count) throw new Unusable(USAGE);
  };
  switch (command) {
    case 'check':
      wants(1);
      return check(first, warn);
    case 'simulate':
      wants(1);
      return simulateFile(first, options, warn);
    case 'levers':
      wants(1);
      return levers(first, options, warn);
    case 'compare':
      wants(1);
      return compare(first, options, warn);
    case 'merge-runs':
      if (files.length === 0) throw new Unusable(USAGE);
      return mergeRuns(files);
    case 'diff':
      wants(2);
      return diffMaps(first, second, warn);
    case 'merge':
      wants(3);
      return mergeMaps(first, second, third, warn);
    case 'export':
      wants(1);
      return exportFile(first, options, warn);
    default:
      throw new Unusable(USAGE);
  }
}
