import type { MessageId } from '../../language';
import { addRecord, connect, type Edit, inTurn } from '../../map/edits';
import { CARD_SIZE, NOTE_SIZE, type Point } from '../../map/layout';
import { newId } from '../../map/records';
import { type Target, type Touchpoint } from '../../map/schema';
import { type Shortcut } from '../keys';
import { makeNamed } from '../firstName';
import { type Command, type CommandContext, type Place } from './command';
import { sayWhoGoes } from './connected';
import { onlyOne, touchpointsIn } from './context';
import { freePlace } from './freePlace';
import { sayAdded } from './making';
import { insertOnTransition } from './onTransition';
import {
  addStage,
  addTouchpoint,
  firstPlace,
  kindOfNext,
  placeAfter,
  placeBeside,
  toGrid,
} from './placing';

/** Makes something new, brings it into view and has its name typed. */
function make(
  { editor, canvas, from }: CommandContext,
  label: MessageId,
  edit: Edit,
  target: Target,
  at: 'view' | 'outline' = from ?? 'view',
): boolean {
  if (!makeNamed(editor, label, edit, target, { at })) return false;
  sayAdded(editor, target);
  canvas?.reveal(target);
  return true;
}

/**
 * Where a new card goes: below the selected one, which keeps it in the same stage, else free of
 * others around the pointer or the middle of the view. The first card of a map begins its first stage, unless the
 * pointer says where it goes.
 */
function placeFor(context: CommandContext, size: typeof CARD_SIZE | typeof NOTE_SIZE): Place {
  const { state, canvas, from } = context;
  const isBeside = from === 'outline' || onlyOne(context, 'touchpoints') !== null;
  const pointer = canvas?.pointer();
  const beside = isBeside ? placeAfter(state.map, state.selection) : null;
  const begin = pointer?.isMiddle && size === CARD_SIZE ? firstPlace(state.map) : null;
  if (!beside && begin) return begin;
  const { stage, x, y } = beside ?? pointer ?? { stage: null, x: 0, y: 0 };
  const corner = beside ?? { x: toGrid(x - size.width / 2), y: toGrid(y - size.height / 2) };
  return freePlace(state.map, { stage, x: corner.x, y: corner.y }, size);
}

function inserts(kind: Touchpoint['kind'], key: Shortcut): Command {
  return {
    id: `insert.${kind}`,
    title: `command.insert.${kind}`,
    group: 'insert',
    keys: [key],
    menus: ['canvas', 'stage'],
    onCanvas: true,
    run: (context) => {
      const target = { collection: 'touchpoints', id: newId() } as const;
      const { state } = context;
      const input = { kind: kind === 'touchpoint' ? kindOfNext(state.map) : kind };
      const edit = addTouchpoint(target.id, placeFor(context, CARD_SIZE), input);
      make(context, `command.insert.${kind}`, edit, target);
    },
  };
}

const stage: Command = {
  id: 'insert.stage',
  title: 'command.insert.stage',
  group: 'insert',
  keys: ['S'],
  menus: ['canvas', 'stage'],
  onCanvas: true,
  run: (context) => {
    const target = { collection: 'stages', id: newId() } as const;
    make(context, 'command.insert.stage', addStage(target.id, onlyOne(context, 'stages')), target);
  },
};

const note: Command = {
  id: 'insert.note',
  title: 'command.insert.note',
  group: 'insert',
  keys: ['N'],
  menus: ['canvas'],
  onCanvas: true,
  run: (context) => {
    const target = { collection: 'notes', id: newId() } as const;
    const { stage: inStage, x, y } = placeFor(context, NOTE_SIZE);
    const edit = addRecord('notes', { stage: inStage, position: { x, y } }, target.id);
    // The outline lists no notes: it is written where it lies.
    make(context, 'command.insert.note', edit, target, 'view');
  },
};

function connected(side: 'right' | 'left' | 'up' | 'down', direction: Point): Command {
  const arrow = `Arrow${side.charAt(0).toUpperCase()}${side.slice(1)}`;
  return {
    id: `insert.connected.${side}`,
    title: `command.insert.connected.${side}`,
    group: 'insert',
    keys: [`Mod+${arrow}`],
    ...(side === 'right' ? { menus: ['touchpoint'] as const } : {}),
    onCanvas: true,
    isEnabled: (context) => onlyOne(context, 'touchpoints') !== null,
    run: (context) => {
      const from = onlyOne(context, 'touchpoints');
      if (from === null) return;
      const { editor, state } = context;
      const target = { collection: 'touchpoints', id: newId() } as const;
      // To the left is what comes before.
      const join = side === 'left' ? connect(target.id, from) : connect(from, target.id);
      const edit = inTurn(addTouchpoint(target.id, placeBeside(state.map, from, direction)), join);
      const isMade = make(context, 'command.insert.connected.right', edit, target);
      if (isMade && side !== 'left') sayWhoGoes(editor, from, target.id);
    },
  };
}

const connectTo: Command = {
  id: 'insert.connect',
  title: 'command.insert.connect',
  group: 'insert',
  keys: ['C'],
  menus: ['touchpoint'],
  onCanvas: true,
  isEnabled: (context) => touchpointsIn(context).length > 0,
  run: ({ shell }) => {
    shell.open('connect');
  },
};

const onTransition: Command = {
  id: 'insert.onTransition',
  title: 'command.insert.onTransition',
  group: 'insert',
  keys: ['I'],
  menus: ['transition'],
  onCanvas: true,
  isEnabled: (context) => onlyOne(context, 'transitions') !== null,
  run: (context) => {
    const { editor, canvas, from } = context;
    const target = insertOnTransition(editor, onlyOne(context, 'transitions') ?? '', from);
    if (target) canvas?.reveal(target);
  },
};

/** Commands that add to the canvas; what they add is selected, and its name can be typed at once. */
export const INSERT_COMMANDS: readonly Command[] = [
  inserts('touchpoint', 'T'),
  inserts('decision', 'D'),
  inserts('entry', 'E'),
  inserts('outcome', 'O'),
  stage,
  note,
  connected('right', { x: 1, y: 0 }),
  connected('left', { x: -1, y: 0 }),
  connected('down', { x: 0, y: 1 }),
  connected('up', { x: 0, y: -1 }),
  connectTo,
  onTransition,
];
