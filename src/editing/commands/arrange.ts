import { type MessageId } from '../../language';
import { changeRecord, type Edit, inTurn, moveTouchpoints } from '../../map/edits';
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

const isEnabled: Command['isEnabled'] = ({ state }) =>
  Object.keys(state.map.touchpoints).length > 1;

const tidyUp: Command = {
  id: 'arrange.tidy',
  title: 'command.arrange.tidy',
  group: 'arrange',
  keys: ['Alt+Shift+T'],
  menus: ['canvas'],
  isEnabled,
  run: async (context) => {
    await tidyInRows(context, 'command.arrange.tidy', () => undefined);
  },
};

/** Uses the height of the window: stages grow narrower and taller, or wider and lower, whichever shows more. */
const tidyToFit: Command = {
  id: 'arrange.tidyToFit',
  title: 'command.arrange.tidyToFit',
  group: 'arrange',
  keys: ['Alt+Shift+N'],
  menus: ['canvas'],
  isEnabled: (context) => context.canvas !== null && isEnabled(context),
  run: async (context) => {
    const { rowsToFit } = await import('../../map/layout/tidy/fit');
    const window = context.canvas?.window();
    await tidyInRows(context, 'command.arrange.tidyToFit', (map) =>
      window ? rowsToFit(map, window) : undefined,
    );
  },
};

/** Puts all cards in order; `rows` gives how many rows they may take, undefined = as usual. */
async function tidyInRows(
  context: CommandContext,
  label: MessageId,
  rows: (map: JourneyMap) => number | undefined,
): Promise<void> {
  const { editor, canvas } = context;
  // Fetched when first asked for: the canvas is usable without them.
  const [{ tidy }, { tidyNotes }] = await Promise.all([
    import('../../map/layout/tidy/tidy'),
    import('../../map/layout/tidy/notes'),
  ]);
  const { map } = editor.store.getState();
  const places = tidy(map, rows(map));
  const edit = inTurn(
    moveTouchpoints([...places].map(([id, position]) => ({ id, position }))),
    ...[...tidyNotes(map, places)].map(([id, position]) => changeRecord('notes', id, { position })),
  );
  if (!arrange(context, label, edit)) return;
  canvas?.fit();
  editor.announce('command.said.tidied');
}

/** Commands that move touchpoints and notes to tidy places; each is one undo step. */
export const ARRANGE_COMMANDS: readonly Command[] = [
  tidyUp,
  tidyToFit,
  align('left'),
  align('center'),
  align('right'),
  align('top'),
  align('middle'),
  align('bottom'),
  distribute('across'),
  distribute('down'),
];
