import { addRecord, type Edit } from '../../map/edits';
import { BAND, CARD_SIZE, NOTE_SIZE, PITCH } from '../../map/layout';
import { inOrder, newId } from '../../map/records';
import { type JourneyMap, LIMITS, type Target } from '../../map/schema';
import { parseFragment } from '../../map/text';
import { type Place } from './command';
import { freePlace } from './freePlace';
import { addTouchpoint, kindOfNext } from './placing';

/** So many lines at a time are meant; more are a file that was copied whole. */
export const MOST_LINES = 200;
/** A line longer than this, in characters, is a remark and no name. */
const LONGEST_NAME = 80;

/** One line, or one row of a spreadsheet: its first cell, and what the others say. */
interface Line {
  readonly name: string;
  readonly description: string;
}

/** What pasting lines would do. */
interface PastedLines {
  readonly edit: Edit;
  readonly select: Target[];
  readonly made: readonly Target[];
}

/**
 * The lines of a text that was written elsewhere, such as in a document or a spreadsheet (TSV); bullets
 * and numbers before all of them are left out. null where it says nothing, or is another program's data.
 */
export function textLinesOf(text: string): readonly Line[] | null {
  if (isData(text)) return null;
  const rows = text.includes('\t') ? rowsOf(text) : text.split(/\r\n?|\n/).map((line) => [line]);
  const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const said = filled.filter((row) => row.length > 0);
  const unmarked = withoutMarks(said.map(([name = '']) => name));
  const lines = said.map(([, ...others], at) => ({
    name: unmarked[at] ?? '',
    description: others.join('\n').slice(0, LIMITS.text),
  }));
  return lines.length > 0 ? lines : null;
}

/** Makes a touchpoint of each line, or a note of each that is no name; notes of all where `asNotes`. */
export function pastedLines(
  map: JourneyMap,
  lines: readonly Line[],
  { place, asNotes }: { readonly place: Place | null; readonly asNotes: boolean },
): PastedLines {
  const made = lines.map((line) => ({
    line,
    target: {
      collection: asNotes || line.name.length > LONGEST_NAME ? 'notes' : 'touchpoints',
      id: newId(),
    } as const,
  }));
  const start = place ?? { stage: inOrder(map.stages)[0]?.[0] ?? null, x: BAND.padding, y: 0 };
  const edit: Edit = (draft) => {
    let wanted = start;
    for (const { line, target } of made) {
      const isNote = target.collection === 'notes';
      const size = isNote ? NOTE_SIZE : CARD_SIZE;
      const { stage, x, y } = freePlace(draft, wanted, size);
      if (isNote) {
        const said = [line.name, line.description].filter(Boolean).join('\n').slice(0, LIMITS.text);
        addRecord('notes', { text: said, stage, position: { x, y } }, target.id)(draft);
      } else {
        const input = { ...line, kind: kindOfNext(draft) };
        addTouchpoint(target.id, { stage, x, y }, input)(draft);
      }
      wanted = { stage, x, y: y + size.height + PITCH.y - CARD_SIZE.height };
    }
  };
  const targets = made.map(({ target }) => target);
  return { edit, select: targets, made: targets };
}

/** What copied records are called, for a field that text is pasted into; null for any other text. */
export function namesCopied(text: string): readonly string[] | null {
  const fragment = parseFragment(text);
  if (!fragment) return null;
  const { records } = fragment;
  const placed = [records.stages, records.touchpoints, records.notes].flatMap(namesIn);
  const names = placed.length > 0 ? placed : Object.values(records).flatMap(namesIn);
  return names.filter((name) => name !== '');
}

function namesIn(table: Readonly<Record<string, object>>): string[] {
  return Object.values(table).map((record) => {
    for (const key of ['name', 'text', 'label'] as const) {
      const said: unknown = key in record ? (record as Record<string, unknown>)[key] : undefined;
      if (typeof said === 'string') return said;
    }
    return '';
  });
}

/** A JSON document, be it cut short, or markup is not what somebody would have as cards. */
function isData(text: string): boolean {
  const start = text.trimStart();
  if (/^<(?:[!?]|[a-z][\w-]*[\s/>])/i.test(start)) return true;
  if (/^\{\s*"/.test(start)) return true;
  if (!/^[[{]/.test(start)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Bullets or numbers are left out where every line has one: one alone may be meant. */
function withoutMarks(lines: readonly string[]): readonly string[] {
  for (const mark of [/^[-*•‣–·]\s+/u, /^\d{1,3}[.)]\s+/]) {
    if (lines.length > 1 && lines.every((line) => mark.test(line))) {
      return lines.map((line) => line.replace(mark, ''));
    }
  }
  return lines;
}

/** Rows of cells between tabs; a quoted cell may hold tabs, line breaks and doubled quotes. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n?|\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, ' ') ?? plain);
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
