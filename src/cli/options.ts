import { parseArgs } from 'node:util';
import { FORMATS } from '../exchange/formats';
import { Unusable } from './output';

/** What `journey` prints without words, and with a refusal of what was typed. */
export const USAGE = `journey check FILE [--json]
journey simulate FILE [--customers N] [--seed S] [--scenario ID] [--from A --to B] [--workers W] [--exact] [--json]
journey levers FILE [--customers N] [--seed S] [--scenario ID] [--workers W] [--json]
journey compare FILE [--before ID] [--after ID] [--customers N] [--seed S] [--workers W] [--json]
journey merge-runs A.json B.json … [--json]
journey diff BEFORE AFTER [--json]
journey merge BASE MINE THEIRS [--json]
journey export FILE [--to ${FORMATS.map(({ id }) => id).join('|')}]
FILE: a map, or the JSON of an XState machine; what of it was not carried is listed on stderr.
Exit 0: fine. 1: findings. 2: a file or an option that cannot be used, reported on stderr. 3: journey itself failed.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  typescript: { type: 'boolean', default: false },
  exact: { type: 'boolean', default: false },
  scenario: { type: 'string' },
  before: { type: 'string' },
  after: { type: 'string' },
  customers: { type: 'string' },
  seed: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  workers: { type: 'string' },
} as const;

/** @throws {Unusable} with the reason and the usage. */
export function readArguments(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
  }
}

/** The values of the options, as the commands get them. */
export type Options = ReturnType<typeof readArguments>['values'];

/** A whole number within limits, or undefined where the option is not given. @throws {Unusable} */
export function whole(
  options: Options,
  name: 'customers' | 'seed' | 'from' | 'to' | 'workers',
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new Unusable(
      `--${name} takes a whole number from ${String(least)} to ${String(most)}, not ${text}`,
    );
  }
  return value;
}
