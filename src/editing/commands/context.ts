import { idsOf } from '../selection';
import { type CommandContext } from './command';

/** Ids of the selected touchpoints, in selection order. */
export function touchpointsIn({ state }: CommandContext): string[] {
  return idsOf(state.selection, 'touchpoints');
}

/** Selected touchpoints and notes: what can be moved. */
export function movableIn({ state }: CommandContext): string[] {
  return [...idsOf(state.selection, 'touchpoints'), ...idsOf(state.selection, 'notes')];
}

/** The only selected record, if it is of this collection. */
export function onlyOne(
  { state }: CommandContext,
  collection: 'touchpoints' | 'transitions' | 'stages' | 'notes',
): string | null {
  const [only, ...more] = state.selection;
  return more.length === 0 && only?.collection === collection ? only.id : null;
}

export const hasSelection = ({ state }: CommandContext) => state.selection.length > 0;
export const hasTouchpoint = (context: CommandContext) => touchpointsIn(context).length > 0;
