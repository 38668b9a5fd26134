import { spokenName } from '../spoken';
import { whereabouts } from '../whereabouts';
import { type Command, type CommandContext } from './command';
import { movableIn, onlyOne } from './context';
import { stageTurn, touchpointTurn, type OrderChange } from './inTurn';

/** What can be put earlier or later: a stage in the journey, a touchpoint in its stage. */
function turnOf(context: CommandContext, by: -1 | 1): OrderChange | null {
  const { map } = context.state;
  const stage = onlyOne(context, 'stages');
  if (stage !== null) return stageTurn(map, stage, by);
  return touchpointTurn(map, onlyOne(context, 'touchpoints') ?? '', by);
}

function turn(direction: 'earlier' | 'later'): Command {
  const by = direction === 'earlier' ? -1 : 1;
  return {
    id: `move.${direction}`,
    title: `command.move.${direction}`,
    group: 'move',
    keys: [direction === 'earlier' ? 'Alt+Shift+ArrowLeft' : 'Alt+Shift+ArrowRight'],
    menus: ['touchpoint', 'stage'],
    onCanvas: true,
    isEnabled: (context) => turnOf(context, by) !== null,
    run: (context) => {
      const { editor, state } = context;
      const { map, selection } = state;
      const [target] = selection;
      const found = turnOf(context, by);
      if (!target || !found) return;
      const { edit, label, place, count } = found;
      if (!editor.edit(label, edit)) return;
      const where = whereabouts(map, target);
      if (where) editor.announce('canvas.said.inTurn', { ...where, place, count });
      else
        editor.announce('canvas.said.stageMoved', {
          name: spokenName(map, target),
          place,
        });
    },
  };
}

const toStage: Command = {
  id: 'move.toStage',
  title: 'command.move.toStage',
  group: 'move',
  menus: ['touchpoint', 'note', 'selection'],
  isEnabled: (context) =>
    movableIn(context).length > 0 && Object.keys(context.state.map.stages).length > 0,
  run: ({ shell }) => {
    shell.open('moveTo');
  },
};

/** To another place among its like, or into another stage. */
export const REORDER_COMMANDS: readonly Command[] = [turn('earlier'), turn('later'), toStage];
