/** Reads a text pattern (see pattern.ts for what is allowed) into a tree. */

const MOST_REPEATS = 100;
const MOST_NESTED = 50;

/** Does a character, by its code, match? */
export type Accepts = (code: number) => boolean;

/** What a pattern is made of; `max` is Infinity where a repetition has no upper bound. */
export type Node =
  | { kind: 'one'; accepts: Accepts }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'nothing' }
  | { kind: 'sequence' | 'either'; parts: Node[] }
  | { kind: 'repeat'; part: Node; min: number; max: number };

/** The pattern is not one of ours, or too large. */
export class Refused extends Error {}

/** `raw` is the pattern before case was folded away. Throws `Refused`. */
export function readPattern(pattern: string, raw: string): Node {
  return new Reader(pattern, raw).read();
}

const isDigit: Accepts = (c) => c >= 48 && c <= 57;
const isWord: Accepts = (c) =>
  isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
const isSpace: Accepts = (c) => /\s/.test(String.fromCodePoint(c));
const not =
  (accepts: Accepts): Accepts =>
  (c) =>
    !accepts(c);

class Reader {
  private readonly symbols: string[];
  /** Escapes are read from here: `\D` must not become `\d` when case is folded away. */
  private readonly raw: string[];
  private at = 0;

  constructor(pattern: string, raw: string) {
    this.symbols = Array.from(pattern);
    this.raw = Array.from(raw);
    if (this.raw.length !== this.symbols.length) this.raw = this.symbols;
  }

  read(): Node {
    const node = this.either(0);
    if (this.at < this.symbols.length) throw new Refused();
    return node;
  }

  private peek(): string | undefined {
    return this.symbols[this.at];
  }

  private take(symbol: string): boolean {
    if (this.peek() !== symbol) return false;
    this.at += 1;
    return true;
  }

  private either(depth: number): Node {
    if (depth > MOST_NESTED) throw new Refused();
    const first = this.sequence(depth);
    const parts = [first];
    while (this.take('|')) parts.push(this.sequence(depth));
    return parts.length === 1 ? first : { kind: 'either', parts };
  }

  private sequence(depth: number): Node {
    const parts: Node[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')';) {
      parts.push(this.repeated(depth));
      next = this.peek();
    }
    return parts.length === 0 ? { kind: 'nothing' } : { kind: 'sequence', parts };
  }

  private repeated(depth: number): Node {
    let node = this.atom(depth);
    for (;;) {
      const range = this.range();
      if (!range) return node;
      if (this.peek() === '?') this.at += 1; // Lazy or greedy finds the same texts.
      node = { kind: 'repeat', part: node, ...range };
    }
  }

  private range(): { min: number; max: number } | null {
    if (this.take('*')) return { min: 0, max: Infinity };
    if (this.take('+')) return { min: 1, max: Infinity };
    if (this.take('?')) return { min: 0, max: 1 };
    if (!this.take('{')) return null;
    const min = this.count();
    const max = this.take(',') ? (this.peek() === '}' ? Infinity : this.count()) : min;
    if (!this.take('}') || max < min) throw new Refused();
    return { min, max };
  }

  private count(): number {
    let digits = '';
    while (/^[0-9]$/.test(this.peek() ?? '')) {
      digits += this.peek() ?? '';
      this.at += 1;
    }
    const value = Number(digits);
    if (digits === '' || value > MOST_REPEATS) throw new Refused();
    return value;
  }

  private atom(depth: number): Node {
    const symbol = this.peek() ?? '';
    this.at += 1;
    switch (symbol) {
      case '(': {
        if (this.take('?') && !this.take(':')) throw new Refused();
        const inner = this.either(depth + 1);
        if (!this.take(')')) throw new Refused();
        return inner;
      }
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'one', accepts: (c) => c !== 10 && c !== 13 };
      case '[':
        return { kind: 'one', accepts: this.set() };
      case '\\':
        return { kind: 'one', accepts: this.escape() };
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Refused();
      default:
        return { kind: 'one', accepts: same(symbol) };
    }
  }

  private escape(): Accepts {
    const symbol = this.raw[this.at];
    if (symbol === undefined) throw new Refused();
    const folded = this.symbols[this.at] ?? symbol;
    this.at += 1;
    const named = CLASSES[symbol];
    if (named) return named;
    if (/^[A-Za-z0-9]$/.test(symbol)) throw new Refused();
    return same(folded);
  }

  private set(): Accepts {
    const isNegated = this.take('^');
    const members: Accepts[] = [];
    while (!this.take(']')) {
      const symbol = this.peek();
      if (symbol === undefined) throw new Refused();
      this.at += 1;
      if (symbol === '\\') {
        members.push(this.escape());
        continue;
      }
      const end = this.symbols[this.at + 1];
      if (this.peek() === '-' && end !== undefined && end !== ']') {
        this.at += 2;
        const from = symbol.codePointAt(0) ?? 0;
        const to = end.codePointAt(0) ?? 0;
        if (end === '\\' || from > to) throw new Refused();
        members.push((c) => c >= from && c <= to);
      } else members.push(same(symbol));
    }
    // An empty set would mean nothing here and a leading `]` in other dialects: write `\]`.
    if (members.length === 0) throw new Refused();
    const accepts: Accepts = (c) => members.some((member) => member(c));
    return isNegated ? not(accepts) : accepts;
  }
}

const CLASSES: Readonly<Record<string, Accepts | undefined>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
  n: same('\n'),
  r: same('\r'),
  t: same('\t'),
};

function same(symbol: string): Accepts {
  const code = symbol.codePointAt(0);
  return (c) => c === code;
}
