import { type MessageId } from '../../language';
import { type Edit, moveTouchpoints } from '../../map/edits';
import { type JourneyMap } from '../../map/schema';
import type * as arranging from './arranging';
import { type Command, type CommandContext } from './command';
import { movableIn } from './context';

/** Where the canvas is shown, things are seen going to their new places. */
function arrange({ editor, canvas }: CommandContext, label: MessageId, edit: Edit): boolean {
  const make = () => editor.edit(label, edit);
  return canvas ? canvas.glide(make) : make();
}

type Arranging = typeof arranging;

/** Puts what is selected in order; how, is fetched when first asked for. */
function arranges(
  id: `align.${arranging.AlignmentEdge}` | `distribute.${'across' | 'down'}`,
  least: number,
  edit: (how: Arranging, map: JourneyMap, ids: readonly string[]) => Edit,
): Command {
  const title = `command.arrange.${id}` as const;
  return {
    id: `arrange.${id}`,
    title,
    group: 'arrange',
    menus: ['selection'],
    isEnabled: (context) => movableIn(context).length >= least,
    run: async (context) => {
      const how = await import('./arranging');
      const { editor } = context;
      const ids = movableIn(context);
      arrange(context, title, edit(how, editor.store.getState().map, ids));
      editor.announce('command.said.arranged', { count: ids.length });
    },
  };
}

const align = (edge: arranging.AlignmentEdge) =>
  arranges(`align.${edge}`, 2, ({ aligned }, map, ids) => aligned(map, ids, edge));
const distribute = (axis: 'across' | 'down') =>
  arranges(`distribute.${axis}`, 3, ({ distributed }, map, ids) => distributed(map, ids, axis));

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
    const { tidy } = await import('../../map/layout/tidy');
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
