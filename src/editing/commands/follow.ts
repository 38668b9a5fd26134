import { touchpointsInJourneyOrder } from '../../map/layout';
import { inOrder, outgoingOf } from '../../map/records';
import { type Shortcut } from '../keys';
import { type Command, type CommandContext } from './command';
import { onlyOne } from './context';
import { goingTo } from './select';

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
  const there = (context: CommandContext) => {
    const list = outgoing(context);
    const own = list.indexOf(onlyOne(context, 'transitions') ?? '');
    const place = own < 0 ? (by === 1 ? 0 : list.length - 1) : own + by;
    return list[(place + list.length) % list.length];
  };
  return { ...goingTo(which, key, 'transitions', there), repeats: true };
}

function stageOf(context: CommandContext): string | undefined {
  const own = onlyOne(context, 'touchpoints');
  const stage = own === null ? null : context.state.map.touchpoints[own]?.stage;
  return stage ?? undefined;
}

function firstIn(context: CommandContext): string | undefined {
  const stage = onlyOne(context, 'stages') ?? inOrder(context.state.map.stages)[0]?.[0];
  const order = touchpointsInJourneyOrder(context.state.map);
  return order.find(([, touchpoint]) => touchpoint.stage === stage)?.[0];
}

/** Selecting by how things hang together, beyond the commands of `select.ts`. */
export const FOLLOW_COMMANDS: readonly Command[] = [
  sibling('nextTransition', 'Alt+ArrowDown', 1),
  sibling('previousTransition', 'Alt+ArrowUp', -1),
  goingTo('stage', 'Mod+Shift+ArrowUp', 'stages', stageOf),
  goingTo('intoStage', 'Mod+Shift+ArrowDown', 'touchpoints', firstIn),
];
