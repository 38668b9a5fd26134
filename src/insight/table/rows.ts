import type { Touchpoint } from '../../map/schema';
import {
  type ExperienceText,
  type LaneKind,
  type Person,
  type TableColumn,
  type TableLane,
  textOf,
} from '../../map/table';
import { LINK_KINDS, type LinkKind, type Links } from './links';

/** A row of the table: a lane, or for experiences a lane and a person. */
export interface TableRow {
  readonly key: string;
  readonly lane: TableLane;
  readonly person: Person;
  /** The first row of its lane, which carries the lane's name. */
  readonly first: boolean;
  /** How tall it is: lines of text, or chips one above the other. */
  readonly lines: number;
}

/** About as many characters fit into a line of a cell; rows must not change height while one scrolls. */
const CHARACTERS = 22;
const MOST_LINES = 6;
/** More chips than these are counted. */
export const MOST_CHIPS = 4;

/** Does a lane of this kind show an experience, person by person? */
export function isExperience(kind: LaneKind): kind is ExperienceText {
  return kind === 'doing' || kind === 'thinking' || kind === 'feeling';
}

/** Does a lane of this kind show links to records? */
export function isLinked(kind: LaneKind): kind is LinkKind {
  return (LINK_KINDS as readonly LaneKind[]).includes(kind);
}

/** The rows in sight; a lane of experiences has one for each person shown. */
export function tableRowsOf(
  lanes: readonly TableLane[],
  people: readonly Person[],
  columns: readonly TableColumn[],
  touchpoints: Readonly<Record<string, Touchpoint>>,
  links: Links,
): TableRow[] {
  const shown = columns.flatMap(({ touchpoint }) => {
    const record = touchpoint === null ? undefined : touchpoints[touchpoint];
    return touchpoint === null || !record ? [] : [[touchpoint, record] as const];
  });
  return lanes
    .filter(({ visible }) => visible)
    .flatMap((lane) =>
      (isExperience(lane.kind) ? people : [null]).map((person, index) => ({
        key: person === null ? lane.id : `${lane.id}/${person}`,
        lane,
        person,
        first: index === 0,
        lines: linesOf(lane, person),
      })),
    );

  function linesOf(lane: TableLane, person: Person): number {
    const { kind } = lane;
    const most = (lines: (entry: (typeof shown)[number]) => number, least: number) =>
      shown.reduce((highest, entry) => Math.max(highest, lines(entry)), least);
    if (isExperience(kind)) {
      const isRepeated = person !== null && people.includes(null);
      return Math.min(
        MOST_LINES,
        most(
          ([, record]) => {
            const { value, shared } = textOf(record, person, kind);
            return shared && isRepeated ? 1 : wrapped(value);
          },
          isRepeated ? 1 : 2,
        ),
      );
    }
    if (kind === 'custom') {
      return Math.min(
        MOST_LINES,
        most(([id]) => wrapped(lane.cells[id] ?? ''), 2),
      );
    }
    if (isLinked(kind)) {
      return Math.min(
        MOST_CHIPS,
        most(([id]) => links[kind].get(id)?.length ?? 0, 1),
      );
    }
    return 1;
  }
}

/** Lines a text takes, word by word. */
function wrapped(text: string): number {
  return text.split('\n').reduce((sum, line) => {
    let lines = 1;
    let room = CHARACTERS;
    for (const { length } of line.split(' ')) {
      if (length > room && room < CHARACTERS) {
        lines += 1;
        room = CHARACTERS;
      }
      lines += Math.floor(Math.max(0, length - 1) / CHARACTERS);
      room -= (length % CHARACTERS) + 1;
    }
    return sum + lines;
  }, 0);
}
