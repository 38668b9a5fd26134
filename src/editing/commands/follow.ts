import { touchpointsInJourneyOrder } from '../../map/layout';
import { inOrder, outgoingOf } from '../../map/records';
import { type Shortcut } from '../keys';
import { type Command, type CommandContext } from './command';
import { onlyOne } from './context';
import { goToRecord } from './select';

/** Selects the transitions out of the selected touchpoint, one after another. */
function sibling(
  which: 'nextTransition' | 'previousTransition',
  key: Shortcut,
  by: 1 | -1,
): Command {
  const outgoing = (context: CommandContext): string[] => {
    const { map } = context.state;
    const transition = map.transitions[onlyOne(context, 'transitions') ?? ''];
    const from = transition?.from ?? onlyOne(context, 'touchpoints');
    return from === null ? [] : outgoingOf(map, from).map(([id]) => id);
  };
  return {
    id: `select.${which}`,
    title: `command.select.${which}`,
    group: 'select',
    keys: [key],
    onCanvas: true,
    repeats: true,
    isEnabled: (context) => outgoing(context).length > 0,
    run: (context) => {
      const list = outgoing(context);
      const own = list.indexOf(onlyOne(context, 'transitions') ?? '');
      const place = own < 0 ? (by === 1 ? 0 : list.length - 1) : own + by;
      const id = list[(place + list.length) % list.length];
      if (id !== undefined) goToRecord(context, { collection: 'transitions', id });
    },
  };
}

const toStage: Command = {
  id: 'select.stage',
  title: 'command.select.stage',
  group: 'select',
  keys: ['Mod+Shift+ArrowUp'],
  onCanvas: true,
  isEnabled: (context) => stageOf(context) !== undefined,
  run: (context) => {
    const id = stageOf(context);
    if (id !== undefined) goToRecord(context, { collection: 'stages', id });
  },
};

function stageOf(context: CommandContext): string | undefined {
  const own = onlyOne(context, 'touchpoints');
  const stage = own === null ? null : context.state.map.touchpoints[own]?.stage;
  return stage ?? undefined;
}

const intoStage: Command = {
  id: 'select.intoStage',
  title: 'command.select.intoStage',
  group: 'select',
  keys: ['Mod+Shift+ArrowDown'],
  onCanvas: true,
  isEnabled: (context) => firstIn(context) !== undefined,
  run: (context) => {
    const id = firstIn(context);
    if (id !== undefined) goToRecord(context, { collection: 'touchpoints', id });
  },
};

function firstIn(context: CommandContext): string | undefined {
  const stage = onlyOne(context, 'stages') ?? inOrder(context.state.map.stages)[0]?.[0];
  const order = touchpointsInJourneyOrder(context.state.map);
  return order.find(([, touchpoint]) => touchpoint.stage === stage)?.[0];
}

/** Selecting by how things hang together, beyond the commands of `select.ts`. */
export const FOLLOW_COMMANDS: readonly Command[] = [
  sibling('nextTransition', 'Alt+ArrowDown', 1),
  sibling('previousTransition', 'Alt+ArrowUp', -1),
  toStage,
  intoStage,
];
