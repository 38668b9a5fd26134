import { bandsOf, cardsOf, GRID, notesOf, type Point, type Rect } from '../../map/layout';
import { type Editor } from '../editor';
import { placedTarget, whereabouts } from '../whereabouts';
import { type Command, type CommandContext } from './command';
import { movableIn } from './context';
import { moveBy } from './placing';

/** Key presses that follow each other within this time, in milliseconds, are one undo step. */
const BURST = 400;
const bursts = new WeakMap<Editor, { at: number; count: number }>();

/** The gesture of a nudge: the last one's while the burst goes on. */
function burstOf(editor: Editor): string {
  const now = performance.now();
  const last = bursts.get(editor) ?? { at: -Infinity, count: 0 };
  const count = now - last.at < BURST ? last.count : last.count + 1;
  bursts.set(editor, { at: now, count });
  return `nudge ${count}`;
}

type Heading = 'left' | 'right' | 'up' | 'down';

const DIRECTIONS: Readonly<Record<Heading, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

function nudge(heading: Heading, far: boolean): Command {
  const arrow = `Arrow${heading.charAt(0).toUpperCase()}${heading.slice(1)}`;
  const step = far ? GRID * 10 : GRID;
  const direction = DIRECTIONS[heading];
  return {
    id: far ? `move.far.${heading}` : `move.${heading}`,
    title: far ? `command.move.far.${heading}` : `command.move.${heading}`,
    group: 'move',
    keys: [far ? `Shift+${arrow}` : arrow],
    onCanvas: true,
    repeats: true,
    isEnabled: (context) => movableIn(context).length > 0,
    run: (context) => {
      const { editor, state } = context;
      const rects = rectsOf(context);
      const by = { x: direction.x * step, y: direction.y * step };
      const { edit, moves } = moveBy(state.map, rects, by);
      if (!editor.edit('canvas.step.move', edit, { gesture: burstOf(editor) })) return;
      const [first] = moves;
      if (first) tellPlace(context, first.id, moves.length);
    },
  };
}

function rectsOf(context: CommandContext): ReadonlyMap<string, Rect> {
  const { map } = context.state;
  const bands = bandsOf(map);
  const all = new Map([...cardsOf(map, bands), ...notesOf(map, bands)]);
  const chosen = new Set(movableIn(context));
  return new Map([...all].filter(([id]) => chosen.has(id)));
}

/** Says where something is now, after it moved. */
function tellPlace({ editor }: CommandContext, id: string, count: number): void {
  const { map } = editor.store.getState();
  const place = whereabouts(map, placedTarget(map, id));
  if (place) editor.announce('canvas.said.moved', { count, ...place });
}

const HEADINGS: readonly Heading[] = ['left', 'right', 'up', 'down'];

/** Arrow keys on the canvas: a small step, or a large one with Shift. A held key is one undo step. */
export const MOVE_COMMANDS: readonly Command[] = [
  ...HEADINGS.map((heading) => nudge(heading, false)),
  ...HEADINGS.map((heading) => nudge(heading, true)),
];
