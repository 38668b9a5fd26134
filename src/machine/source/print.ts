import type { Target } from '../../map/schema';
import { isObject } from '../../map/shape';

/** Lines of a text, counted from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A text of a machine, with the lines of each stage, touchpoint and transition; see `lineKey`. */
export interface MachineText {
  readonly text: string;
  readonly lines: ReadonlyMap<string, LineRange>;
}

/** How a language writes what JSON writes. */
export interface Style {
  readonly key: (key: string) => string;
  readonly text: (text: string) => string;
  /** Widest line for a value that is written on one; 0 = never. */
  readonly width: number;
  readonly lastComma: '' | ',';
}

/** Source text that is put in as it is. */
export class Raw {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What stands for a record among the lines: an id counts within its collection only. */
export function lineKey({ collection, id }: Pick<Target, 'collection' | 'id'>): string {
  return `${collection}/${id}`;
}

const COLLECTION_OF = new Map<unknown, Target['collection']>([
  ['stage', 'stages'],
  ['touchpoint', 'touchpoints'],
  ['transition', 'transitions'],
]);

const STEP = '  ';

/** Writes a config after `before` and in front of `after`, two spaces a level. */
export function print(config: object, style: Style, before = '', after = ''): MachineText {
  const done: string[] = before.split('\n');
  let line = done.pop() ?? '';
  const lines = new Map<string, LineRange>();
  write(config, '', false);
  return { text: [...done, line].join('\n') + after, lines };

  function breakTo(start: string): void {
    done.push(line);
    line = start;
  }

  function write(value: unknown, indent: string, isInMeta: boolean): void {
    const room = style.width - line.length;
    const inline = onOneLine(value, style, room);
    if (inline !== null) {
      line += inline;
      return;
    }
    const first = done.length + 1;
    const isList = Array.isArray(value);
    const members = Object.entries(value as object);
    line += isList ? '[' : '{';
    members.forEach(([key, member], index) => {
      breakTo(indent + STEP);
      if (!isList) line += `${style.key(key)}: `;
      write(member, indent + STEP, isInMeta || key === 'meta');
      line += index < members.length - 1 ? ',' : style.lastComma;
    });
    breakTo(`${indent}${isList ? ']' : '}'}`);
    const record = isInMeta ? null : recordOf(value);
    if (record !== null) lines.set(record, { first, last: done.length + 1 });
  }
}

/** The key of the record a state or transition stands for. */
function recordOf(value: unknown): string | null {
  if (!isObject(value) || !isObject(value.meta)) return null;
  const { kind, id } = value.meta;
  const collection = COLLECTION_OF.get(kind);
  return collection && typeof id === 'string' ? lineKey({ collection, id }) : null;
}

/** The value on one line of at most `room` characters, or null. States always take several. */
function onOneLine(value: unknown, style: Style, room: number): string | null {
  if (value instanceof Raw) return value.source;
  if (typeof value === 'string') return style.text(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const members = Object.entries(value);
  if (members.length === 0) return isList ? '[]' : '{}';
  if (room <= 0 || 'meta' in value) return null;
  let text = '';
  for (const [key, member] of members) {
    const written = onOneLine(member, style, room - text.length);
    if (written === null) return null;
    text += `${text && ', '}${isList ? '' : `${style.key(key)}: `}${written}`;
    if (text.length > room - 4) return null;
  }
  return isList ? `[${text}]` : `{ ${text} }`;
}
