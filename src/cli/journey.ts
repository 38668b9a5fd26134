import { type Options, readArguments, USAGE } from './options';
import { type CommandResult, Unusable, type Voice } from './output';

/** Does what the words of a command line ask for; returns the exit code. */
export async function journey(words: readonly string[], voice: Voice): Promise<number> {
  try {
    const { values, positionals } = readArguments(words);
    if (values.help) {
      await voice.say(`${USAGE}\n`);
      return 0;
    }
    const { text, json, findings } = await answer(values, positionals, voice);
    await voice.say(values.json ? `${JSON.stringify(json, null, 2)}\n` : text);
    return findings ? 1 : 0;
  } catch (error) {
    if (error instanceof Unusable) {
      voice.warn(`${error.message}\n`);
      return 2;
    }
    // A stack trace helps nobody; a 1 would say that there are findings.
    voice.warn(
      `journey itself failed: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 3;
  }
}

// A command is loaded when it is asked for: reading all of them costs more than most take.
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
      return (await import('./check')).check(first, warn);
    case 'simulate':
      wants(1);
      return (await import('./simulateFile')).simulateFile(first, options, warn);
    case 'levers':
      wants(1);
      return (await import('./levers')).levers(first, options, warn);
    case 'compare':
      wants(1);
      return (await import('./compare')).compare(first, options, warn);
    case 'merge-runs':
      if (files.length === 0) throw new Unusable(USAGE);
      return (await import('./mergeRuns')).mergeRuns(files);
    case 'diff':
      wants(2);
      return (await import('./diffMaps')).diffMaps(first, second, warn);
    case 'merge':
      wants(3);
      return (await import('./mergeMaps')).mergeMaps(first, second, third, warn);
    case 'export':
      wants(1);
      return (await import('./exportFile')).exportFile(first, options, warn);
    default:
      throw new Unusable(USAGE);
  }
}
