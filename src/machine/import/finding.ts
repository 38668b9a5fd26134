import { type Path, toPointer } from '../../map/shape';
import { type FileFinding, finding, type ProblemCode } from '../../map/text';

/** Why a value cannot be read at all. */
export const MACHINE_PROBLEM_CODES = [
  'not-a-machine',
  'newer-version',
  'nested-too-deep',
  'too-many-values',
  'forbidden-name',
  /** A program instead of its machine's JSON. */
  'source',
  /** Words of XState 4 and of XState 5, which read each other's machines differently. */
  'two-versions',
] as const;

/** What a map has no place for, or what was read differently from what it says. */
export const LOSS_CODES = [
  'action',
  'activity',
  'actor',
  'bad-field',
  'bad-record',
  'chances',
  'context',
  'definition',
  'definition-4',
  'delay',
  'delayed-send',
  'duplicate-id',
  'final-inside',
  'forward',
  'guard',
  'history',
  'inherited',
  'initial',
  'list',
  'metadata',
  'mixed',
  'more',
  'nested',
  'no-start',
  'no-target',
  'output',
  'parallel',
  'reference',
  'several-targets',
  'shadowed',
  'state-guard',
  'stays',
  'tag',
  'too-many',
  'unknown-field',
  'unknown-target',
  'unraised',
  'wildcard',
] as const;

/** What was not carried over. */
export type LossCode = (typeof LOSS_CODES)[number];
/** Why a machine cannot be read. */
export type MachineProblemCode = (typeof MACHINE_PROBLEM_CODES)[number];

/** One thing that did not come through: its pointer leads into the machine that was read. */
export type Loss = FileFinding<LossCode>;
/** Why nothing could be read: the machine's own reasons, and those of any file of ours. */
export type MachineProblem = FileFinding<MachineProblemCode | ProblemCode>;

/** Findings kept; the rest is only counted. */
const MOST = 200;

/** Collects losses; past `MOST` it only counts. */
export class LossLog {
  readonly #list: Loss[] = [];
  readonly #sourceOf: (path: Path) => Path;
  #more = 0;
  #isCut = false;

  /** `sourceOf` returns where what is read was in the file, if it stood elsewhere there. */
  constructor(sourceOf: (path: Path) => Path = (path) => path) {
    this.#sourceOf = sourceOf;
  }

  /** `detail` is the name or number the sentence mentions: an action, a guard, a key. */
  add(code: LossCode, path: Path, detail: string | number = ''): void {
    if (code === 'too-many') this.#isCut = true;
    // That reading stopped early is never left to a number.
    if (this.#list.length >= MOST && code !== 'too-many') this.#more += 1;
    else this.#list.push(finding(code, toPointer(this.#sourceOf(path)), { detail }));
  }

  /** Was a part of the machine not read at all? */
  get isCut(): boolean {
    return this.#isCut;
  }

  get list(): readonly Loss[] {
    return this.#more === 0
      ? this.#list
      : [...this.#list, finding('more', '', { detail: this.#more })];
  }
}

/** A finding that refuses the file; `detail` is the value its message shows. */
export function problem(
  code: MachineProblemCode,
  path: Path = [],
  detail: string | number = '',
): MachineProblem {
  return finding(code, toPointer(path), { detail });
}

/** Why the source of a machine is not read: nothing here runs a program. */
export const sourceProblem = (): MachineProblem => problem('source');

/** The message of a finding; its values are the finding's `params` and `pointer`. */
export function messageOf({ code }: { readonly code: string }): string {
  const own: readonly string[] = [...LOSS_CODES, ...MACHINE_PROBLEM_CODES];
  return `${own.includes(code) ? 'machine' : 'file'}.finding.${code}`;
}
