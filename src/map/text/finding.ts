import { mapValues } from '../basics';
import { cut } from '../../language';

/** Why a file was refused; each has a sentence with its remedy in the catalogue, `file.finding.…`. */
export const PROBLEM_CODES = [
  'empty',
  'too-large',
  'wrong-encoding',
  'web-page',
  'image',
  'archive',
  'document',
  'not-json',
  'cut-short',
  'trailing',
  'too-deep',
  'duplicate-key',
  'forbidden-key',
  'number-too-large',
  'too-many-members',
  'not-a-map',
  'version-missing',
  'version-newer',
  'not-a-table',
  'not-a-record',
  'missing',
  'wrong-value',
  'same-id-twice',
  'too-damaged',
  /** A file that broke the reader: a defect of ours, and still no crash. */
  'unreadable',
  /** Not read at all: it is a folder, or what was dropped is no longer what it was. */
  'folder',
  'changed',
] as const;

/** What was mended in a file that opened. */
export const REPAIR_CODES = [
  'id-remade',
  'value-reset',
  'text-cut',
  'number-limited',
  'list-cut',
  'entry-removed',
  'record-removed',
  'reference-cleared',
  'answers-itself',
] as const;

/** Why a file cannot be read. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];
/** What was mended in a file. */
export type RepairCode = (typeof REPAIR_CODES)[number];

/** One thing found in a file. */
export interface FileFinding<Code extends string = ProblemCode | RepairCode> {
  readonly code: Code;
  /** JSON Pointer into the file. */
  readonly pointer: string;
  /** Values for the sentence: shortened, without control and direction characters. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Ends reading a file; never leaves this folder. */
export class Refusal extends Error {
  readonly finding: FileFinding<ProblemCode>;

  constructor(
    code: ProblemCode,
    pointer = '',
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.finding = finding(code, pointer, params);
  }
}

const LONGEST_POINTER = 300;
const LONGEST_PARAM = 60;

/** Text of a file made harmless for a sentence: hostile files choose their keys and values. */
function tame(text: string, longest: number): string {
  const plain = cut(text, longest).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd');
  return text.length > longest ? `${plain}…` : plain;
}

/** Makes the texts harmless: shortened, without control and direction characters. */
export function finding<Code extends string>(
  code: Code,
  pointer: string,
  params: Readonly<Record<string, string | number>> = {},
): FileFinding<Code> {
  return {
    code,
    pointer: tame(pointer, LONGEST_POINTER),
    params: mapValues(params, (value) =>
      typeof value === 'string' ? tame(value, LONGEST_PARAM) : value,
    ),
  };
}

/** Repairs as they are made: the first few are listed, all are counted. */
export class Repairs {
  /** A reader looks at a list, not at a thousand lines. */
  static readonly LISTED = 20;
  /** Past so many wrong values the file is not a map with a flaw but something else. */
  static readonly MOST = 1_000;

  readonly listed: FileFinding<RepairCode>[] = [];
  total = 0;
  #damage = 0;

  add(code: RepairCode, pointer: string, params: Readonly<Record<string, string | number>> = {}) {
    this.total += 1;
    if (this.listed.length < Repairs.LISTED) this.listed.push(finding(code, pointer, params));
    // Ids of another program are all foreign, and nothing is lost by remaking them.
    if (code !== 'id-remade') this.#damage += 1;
    if (this.#damage > Repairs.MOST) {
      throw new Refusal('too-damaged', pointer, { count: Repairs.MOST });
    }
  }
}
