import { type Accepts, type Node, readPattern, Refused } from './patternReader';

/**
 * Text patterns that cannot run away. A map comes from anywhere, and a regular expression of the
 * browser's takes years on `(a+)+b`; so patterns are a subset, run by an own automaton (Thompson,
 * 1968; Pike's simulation) whose time is at most the length of the text times the size of the
 * pattern. Literals, `.`, `[a-z]`, `[^…]`, `\d \w \s` and their negations, `\`-escapes, `^`, `$`,
 * groups `(…)`, `|`, `* + ?`, `{m}`, `{m,}`, `{m,n}`. Back references, look-around, flags and a set of
 * nothing (`[]`, so also `[]a]`) are refused.
 */

/** Instructions an automaton may have; counted repetition multiplies them. */
const LARGEST = 1_000;

type Instruction =
  | { kind: 'one'; accepts: Accepts }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'match' }
  | { kind: 'split'; a: number; b: number };

/** Does the text contain what the pattern describes? */
export type Matcher = (text: string) => boolean;

/** Null where the pattern is not one of ours or too large. */
export function compilePattern(pattern: string, caseSensitive: boolean): Matcher | null {
  const fold = (text: string) => (caseSensitive ? text : text.toLowerCase());
  try {
    const program: Instruction[] = [];
    emit(readPattern(fold(pattern), pattern), program);
    push(program, { kind: 'match' });
    return (text) => run(program, fold(text));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function push(program: Instruction[], instruction: Instruction): void {
  if (program.length >= LARGEST) throw new Refused();
  program.push(instruction);
}

function emit(node: Node, program: Instruction[]): void {
  switch (node.kind) {
    case 'nothing':
      return;
    case 'one':
    case 'start':
    case 'end':
      push(program, node);
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, program);
      return;
    case 'either':
      emitEither(node.parts, program);
      return;
    case 'repeat':
      emitRepeat(node.part, node.min, node.max, program);
  }
}

function split(program: Instruction[]): { kind: 'split'; a: number; b: number } {
  const branch: { kind: 'split'; a: number; b: number } = {
    kind: 'split',
    a: program.length + 1,
    b: 0,
  };
  push(program, branch);
  return branch;
}

function emitEither(parts: readonly Node[], program: Instruction[]): void {
  const exits: { a: number; b: number }[] = [];
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      emit(part, program);
      return;
    }
    const branch = split(program);
    emit(part, program);
    exits.push(split(program));
    branch.b = program.length;
  });
  for (const exit of exits) exit.a = exit.b = program.length;
}

function emitRepeat(part: Node, min: number, max: number, program: Instruction[]): void {
  for (let n = 0; n < min; n += 1) emit(part, program);
  if (max === Infinity) {
    const loop = split(program);
    emit(part, program);
    const back = split(program);
    back.a = back.b = program.indexOf(loop);
    loop.b = program.length;
    return;
  }
  const skips: { b: number }[] = [];
  for (let n = min; n < max; n += 1) {
    skips.push(split(program));
    emit(part, program);
  }
  for (const skip of skips) skip.b = program.length;
}

/** All states at once: time is at most text × program. */
function run(program: readonly Instruction[], text: string): boolean {
  const symbols = Array.from(text);
  const seen = new Int32Array(program.length).fill(-1);
  let current: number[] = [];

  const add = (list: number[], from: number, position: number): boolean => {
    const pending = [from];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen[at] === position) continue;
      seen[at] = position;
      const instruction = program[at];
      if (instruction === undefined) continue;
      if (instruction.kind === 'match') return true;
      if (instruction.kind === 'split') pending.push(instruction.b, instruction.a);
      else if (instruction.kind === 'one') list.push(at);
      else if (instruction.kind === 'start' ? position === 0 : position === symbols.length) {
        pending.push(at + 1);
      }
    }
    return false;
  };

  for (let position = 0; position <= symbols.length; position += 1) {
    if (add(current, 0, position)) return true;
    const symbol = symbols[position];
    if (symbol === undefined) return false;
    const code = symbol.codePointAt(0) ?? 0;
    const next: number[] = [];
    for (const at of current) {
      const instruction = program[at];
      if (instruction?.kind !== 'one' || !instruction.accepts(code)) continue;
      if (add(next, at + 1, position + 1)) return true;
    }
    current = next;
  }
  return false;
}
