import { inTurn, removeRecords, removeTouchpoints, sharingAgain } from '../../map/edits';
import { incomingOf, outgoingOf } from '../../map/records';
import type { Target } from '../../map/schema';
import { spokenName } from '../spoken';
import type { CommandContext } from './command';
import { touchpointsIn } from './context';

/** Deletes what is selected, and says what went. */
export function remove(context: CommandContext, heal: boolean): void {
  const { editor, state } = context;
  const ids = touchpointsIn(context);
  const others = state.selection.filter(({ collection }) => collection !== 'touchpoints');
  const [first] = state.selection;
  const name = first ? spokenName(state.map, first) : '';
  const wasOnPath = !heal && ids.some((id) => leadsThrough(context, id));
  const removal = inTurn(removeTouchpoints(ids, { heal }), removeRecords(others));
  // What heals has its own chances.
  const edit = heal ? removal : sharingAgain(removal);
  const healing = {
    action: 'command.edit.heal' as const,
    run: () => {
      editor.undo();
      editor.edit('command.edit.deleteHeal', removeTouchpoints(ids, { heal: true }), {
        select: [],
        asked: [...state.selection, ...transitionsAt(context, ids)],
        said: { id: 'command.said.healed', values: {} },
      });
    },
  };
  editor.edit('command.edit.delete', edit, {
    select: [],
    asked: heal ? [...state.selection, ...transitionsAt(context, ids)] : state.selection,
    said: { id: 'command.said.deleted', values: { count: state.selection.length, name } },
    ...(wasOnPath && { offer: healing }),
  });
}

/** Healing is about the transitions to and from the touchpoints, too. */
function transitionsAt(
  { state: { map } }: CommandContext,
  touchpoints: readonly string[],
): Target[] {
  return touchpoints
    .flatMap((id) => [...incomingOf(map, id), ...outgoingOf(map, id)])
    .map(([id]) => ({ collection: 'transitions', id }));
}

/** Others lead to the touchpoint, and it leads to others. */
export function leadsThrough({ state: { map } }: CommandContext, id: string): boolean {
  const isOther = (end: string) => end !== id;
  return (
    incomingOf(map, id).some(([, { from }]) => isOther(from)) &&
    outgoingOf(map, id).some(([, { to }]) => isOther(to))
  );
}
