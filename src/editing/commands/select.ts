import { touchpointsInJourneyOrder } from '../../map/layout';
import { incomingOf, outgoingOf } from '../../map/records';
import { type CollectionName, type Target } from '../../map/schema';
import { type Shortcut } from '../keys';
import { type Command, type CommandContext } from './command';
import { spokenName } from '../spoken';
import { hasSelection, onlyOne } from './context';

/** Selects one record, shows it and gives it the keyboard. */
function goToRecord(context: CommandContext, target: Target): void {
  const { editor, canvas } = context;
  editor.select([target]);
  canvas?.reveal(target);
  canvas?.focus(target);
  editor.announce('command.said.selected', { name: spokenName(context.state.map, target) });
}

const all: Command = {
  id: 'select.all',
  title: 'command.select.all',
  group: 'select',
  keys: ['Mod+A'],
  menus: ['canvas'],
  run: ({ editor, state: { map } }) => {
    const targets = (['touchpoints', 'notes'] as const).flatMap((collection) =>
      Object.keys(map[collection]).map((id) => ({ collection, id })),
    );
    editor.select(targets);
    editor.announce('canvas.said.selected', { count: targets.length });
  },
};

const none: Command = {
  id: 'select.none',
  title: 'command.select.none',
  group: 'select',
  keys: ['Escape'],
  isEnabled: hasSelection,
  run: ({ editor }) => {
    editor.select([]);
  },
};

/** The touchpoint `by` places further in journey order; undefined beyond the ends. */
function neighbour({ state: { map, selection } }: CommandContext, by: 1 | -1): string | undefined {
  const order = touchpointsInJourneyOrder(map).map(([id]) => id);
  const own = selection.findLast(({ collection }) => collection === 'touchpoints')?.id;
  if (own === undefined) return by === 1 ? order[0] : order.at(-1);
  return order[order.indexOf(own) + by];
}

type Which =
  | 'next'
  | 'previous'
  | 'forward'
  | 'back'
  | 'nextTransition'
  | 'previousTransition'
  | 'stage'
  | 'intoStage';

/** A command that goes to the record `find` names, and can run where it names one. */
export function goingTo(
  which: Which,
  key: Shortcut,
  collection: CollectionName,
  find: (context: CommandContext) => string | undefined,
): Command {
  return {
    id: `select.${which}`,
    title: `command.select.${which}`,
    group: 'select',
    keys: [key],
    onCanvas: true,
    isEnabled: (context) => find(context) !== undefined,
    run: (context) => {
      const id = find(context);
      if (id !== undefined) goToRecord(context, { collection, id });
    },
  };
}

function step(which: 'next' | 'previous', key: Shortcut, by: 1 | -1): Command {
  const there = (context: CommandContext) =>
    // Beyond the ends Tab leaves the canvas, as everywhere on a page.
    hasSelection(context) ? neighbour(context, by) : undefined;
  return { ...goingTo(which, key, 'touchpoints', there), repeats: true };
}

/** Along a transition: to where it leads, or back to where it comes from. */
function follow(direction: 'forward' | 'back', key: Shortcut): Command {
  const ends = (context: CommandContext): string[] => {
    const { map } = context.state;
    const transition = map.transitions[onlyOne(context, 'transitions') ?? ''];
    if (transition) return [direction === 'forward' ? transition.to : transition.from];
    const own = onlyOne(context, 'touchpoints');
    if (own === null) return [];
    return direction === 'forward'
      ? outgoingOf(map, own).map(([, { to }]) => to)
      : incomingOf(map, own).map(([, { from }]) => from);
  };
  const there = (context: CommandContext) =>
    ends(context).find((id) => id !== onlyOne(context, 'touchpoints'));
  return { ...goingTo(direction, key, 'touchpoints', there), repeats: true };
}

/** Commands that change the selection alone: no undo step. */
export const SELECT_COMMANDS: readonly Command[] = [
  all,
  none,
  step('next', 'Tab', 1),
  step('previous', 'Shift+Tab', -1),
  follow('forward', 'Alt+ArrowRight'),
  follow('back', 'Alt+ArrowLeft'),
];
