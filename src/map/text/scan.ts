import { LIMITS } from '../schema';
import { toPointer } from '../shape';
import { type ProblemCode, Refusal } from './finding';

/** Deepest nesting read; our own files stay below 40. */
const DEEPEST = 100;
/** Members of one object or list. */
const MOST_MEMBERS = { object: LIMITS.records, list: LIMITS.empiricalValues } as const;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

interface Frame {
  /** Keys so far; null in a list. */
  readonly keys: Set<string> | null;
  key: string;
  count: number;
}

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Reads JSON text once, from left to right and without recursion, and refuses with line, column and
 * pointer what `JSON.parse` would hide or choke on: duplicate and forbidden keys, deep nesting,
 * numbers that overflow, endless tables, a second document behind the first.
 * @throws {Refusal}
 */
export function scan(text: string): void {
  new Scanner(text).document();
}

class Scanner {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    do this.#step();
    while (this.#frames.length > 0);
    this.#space();
    if (this.#at < this.#text.length) this.#refuse('trailing');
  }

  /** Reads up to and including one scalar or bracket, with the commas and keys before it. */
  #step(): void {
    const frame = this.#frames.at(-1);
    const char = this.#next();
    if (frame) {
      if (char === (frame.keys ? CLOSE_OBJECT : CLOSE_LIST)) {
        this.#at += 1;
        this.#frames.pop();
        return;
      }
      if (frame.count > 0) {
        if (char !== COMMA) this.#refuse('not-json');
        this.#at += 1;
      }
      frame.count += 1;
      const most = frame.keys ? MOST_MEMBERS.object : MOST_MEMBERS.list;
      if (frame.count > most) this.#refuse('too-many-members', { most });
      if (frame.keys) this.#key(frame, frame.keys);
    }
    this.#value();
  }

  #key(frame: Frame, keys: Set<string>): void {
    if (this.#next() !== QUOTE) this.#refuse('not-json');
    const start = this.#at;
    const escaped = this.#string();
    const raw = this.#text.slice(start, this.#at);
    const key = escaped ? String(JSON.parse(raw)) : raw.slice(1, -1);
    frame.key = key;
    if (FORBIDDEN.has(key)) this.#refuse('forbidden-key', { key }, start);
    if (keys.has(key)) this.#refuse('duplicate-key', { key }, start);
    keys.add(key);
    if (this.#next() !== COLON) this.#refuse('not-json');
    this.#at += 1;
  }

  #value(): void {
    const char = this.#next();
    if (char === QUOTE) this.#string();
    else if (char === OPEN_OBJECT || char === OPEN_LIST) {
      if (this.#frames.length >= DEEPEST) this.#refuse('too-deep', { most: DEEPEST });
      this.#at += 1;
      this.#frames.push({ keys: char === OPEN_OBJECT ? new Set() : null, key: '', count: 0 });
    } else if (char === MINUS || (char >= ZERO && char <= NINE)) this.#number();
    else this.#word();
  }

  /** True when the string holds an escape. */
  #string(): boolean {
    const text = this.#text;
    let escaped = false;
    let at = this.#at + 1;
    for (; ; at += 1) {
      const char = text.charCodeAt(at);
      if (char === QUOTE) break;
      if (char === BACKSLASH) {
        escaped = true;
        at += 1;
        const ok =
          text[at] === 'u'
            ? /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))
            : '"\\/bfnrt'.includes(text[at] ?? ' ');
        if (!ok) this.#refuseAt(at);
      } else if (!(char >= 32)) this.#refuseAt(at);
    }
    this.#at = at + 1;
    return escaped;
  }

  #number(): void {
    const start = this.#at;
    if (this.#text.charCodeAt(this.#at) === MINUS) this.#at += 1;
    if (this.#text.charCodeAt(this.#at) === ZERO) this.#at += 1;
    else this.#digits();
    if (this.#text.charCodeAt(this.#at) === DOT) {
      this.#at += 1;
      this.#digits();
    }
    if ('eE'.includes(this.#text[this.#at] ?? ' ')) {
      this.#at += 1;
      if ('+-'.includes(this.#text[this.#at] ?? ' ')) this.#at += 1;
      this.#digits();
    }
    if (!Number.isFinite(Number(this.#text.slice(start, this.#at)))) {
      this.#refuse('number-too-large', {}, start);
    }
  }

  #digits(): void {
    const start = this.#at;
    for (;;) {
      const char = this.#text.charCodeAt(this.#at);
      if (!(char >= ZERO && char <= NINE)) break;
      this.#at += 1;
    }
    if (this.#at === start) this.#refuse('not-json');
  }

  #word(): void {
    const word = ['true', 'false', 'null'].find((word) => this.#text.startsWith(word, this.#at));
    if (word === undefined) this.#refuse('not-json');
    else this.#at += word.length;
  }

  #space(): void {
    for (;;) {
      const char = this.#text.charCodeAt(this.#at);
      if (char !== 32 && char !== 10 && char !== 13 && char !== 9) return;
      this.#at += 1;
    }
  }

  /** The code of the next character that is not white space. */
  #next(): number {
    this.#space();
    return this.#text.charCodeAt(this.#at);
  }

  #refuseAt(at: number): never {
    this.#at = at;
    this.#refuse('not-json');
  }

  #refuse(
    code: ProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    at = this.#at,
  ): never {
    const cut = code === 'not-json' && at >= this.#text.length;
    const before = this.#text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    throw new Refusal(cut ? 'cut-short' : code, this.#pointer(), {
      ...params,
      line: before.split('\n').length,
      column: at - lineStart + 1,
    });
  }

  #pointer(): string {
    return toPointer(this.#frames.map(({ keys, key, count }) => (keys ? key : count - 1)));
  }
}
