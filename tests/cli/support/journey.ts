import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Loaded when they are asked for: here they are beforehand, so that no test waits for a file.
import '../../../src/cli/check';
import '../../../src/cli/compare';
import '../../../src/cli/diffMaps';
import '../../../src/cli/exportFile';
import { journey } from '../../../src/cli/journey';
import '../../../src/cli/levers';
import '../../../src/cli/mergeMaps';
import '../../../src/cli/mergeRuns';
import '../../../src/cli/simulateFile';

export interface Spoken {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line, in this process. */
export async function said(...words: string[]): Promise<Spoken> {
  let out = '';
  let err = '';
  const code = await journey(words, {
    say: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** The command as a user runs it, without npm in between. */
export function spawned(...words: string[]): Promise<Spoken> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', ...words],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

/** A folder of its own for the files of a test. */
export async function folderOfFiles() {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  return async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
}
