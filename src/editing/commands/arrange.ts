import { type MessageId } from '../../language';
import { type Edit, moveTouchpoints } from '../../map/edits';
import { around, bottom, cardsOf, notesOf, type Rect, right } from '../../map/layout';
import { type Command, type CommandContext } from './command';
import { movableIn } from './context';
import { moveBy } from './placing';

type Rects = ReadonlyMap<string, Rect>;

function selectedRects(context: CommandContext): Map<string, Rect> {
  const { map } = context.state;
  const rects = new Map([...cardsOf(map), ...notesOf(map)]);
  const chosen = new Set(movableIn(context));
  return new Map([...rects].filter(([id]) => chosen.has(id)));
}

/** One edit that moves each rectangle to where `to` wants it; stages change with the band. */
function rearranged({ state: { map } }: CommandContext, rects: Rects, to: Rects): Edit {
  const moves = [...rects].map(([id, rect]) => {
    const goal = to.get(id) ?? rect;
    return moveBy(map, new Map([[id, rect]]), { x: goal.x - rect.x, y: goal.y - rect.y }).edit;
  });
  return (draft) => {
    for (const move of moves) move(draft);
  };
}

/** Where the canvas is shown, things are seen going to their new places. */
function arrange({ editor, canvas }: CommandContext, label: MessageId, edit: Edit): boolean {
  const make = () => editor.edit(label, edit);
  return canvas ? canvas.glide(make) : make();
}

type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** Where a rectangle goes within the box around all. */
const EDGES: Readonly<Record<Edge, (rect: Rect, box: Rect) => Rect>> = {
  left: (rect, box) => ({ ...rect, x: box.x }),
  center: (rect, box) => ({ ...rect, x: box.x + (box.width - rect.width) / 2 }),
  right: (rect, box) => ({ ...rect, x: right(box) - rect.width }),
  top: (rect, box) => ({ ...rect, y: box.y }),
  middle: (rect, box) => ({ ...rect, y: box.y + (box.height - rect.height) / 2 }),
  bottom: (rect, box) => ({ ...rect, y: bottom(box) - rect.height }),
};

function align(edge: Edge): Command {
  return {
    id: `arrange.align.${edge}`,
    title: `command.arrange.align.${edge}`,
    group: 'arrange',
    menus: ['selection'],
    isEnabled: (context) => movableIn(context).length > 1,
    run: (context) => {
      const rects = selectedRects(context);
      const box = around(rects.values());
      if (!box) return;
      const to = new Map([...rects].map(([id, rect]) => [id, EDGES[edge](rect, box)]));
      arrange(context, `command.arrange.align.${edge}`, rearranged(context, rects, to));
      context.editor.announce('command.said.arranged', { count: rects.size });
    },
  };
}

/** Makes the gaps between neighbours equal; the outermost stay. */
function distribute(axis: 'across' | 'down'): Command {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  return {
    id: `arrange.distribute.${axis}`,
    title: `command.arrange.distribute.${axis}`,
    group: 'arrange',
    menus: ['selection'],
    isEnabled: (context) => movableIn(context).length > 2,
    run: (context) => {
      const rects = selectedRects(context);
      const row = [...rects].sort(([, a], [, b]) => a[at] - b[at]);
      const [first, last] = [row[0]?.[1], row.at(-1)?.[1]];
      if (!first || !last) return;
      const filled = row.reduce((sum, [, rect]) => sum + rect[size], 0);
      const gap = (last[at] + last[size] - first[at] - filled) / (row.length - 1);
      let next = first[at];
      const to = new Map<string, Rect>();
      for (const [id, rect] of row) {
        to.set(id, { ...rect, [at]: next });
        next += rect[size] + gap;
      }
      arrange(context, `command.arrange.distribute.${axis}`, rearranged(context, rects, to));
      context.editor.announce('command.said.arranged', { count: rects.size });
    },
  };
}

const tidyUp: Command = {
  id: 'arrange.tidy',
  title: 'command.arrange.tidy',
  group: 'arrange',
  keys: ['Alt+Shift+T'],
  menus: ['canvas'],
  isEnabled: ({ state }) => Object.keys(state.map.touchpoints).length > 1,
  run: async (context) => {
    const { editor, canvas } = context;
    // Fetched when first asked for: the canvas is usable without it.
    const { tidy } = await import('../../map/layout/tidy/tidy');
    const { map } = editor.store.getState();
    const moves = [...tidy(map)].map(([id, position]) => ({ id, position }));
    if (!arrange(context, 'command.arrange.tidy', moveTouchpoints(moves))) return;
    canvas?.fit();
    editor.announce('command.said.tidied');
  },
};

export const ARRANGE_COMMANDS: readonly Command[] = [
  tidyUp,
  align('left'),
  align('center'),
  align('right'),
  align('top'),
  align('middle'),
  align('bottom'),
  distribute('across'),
  distribute('down'),
];
