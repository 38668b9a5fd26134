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

/** For `isEnabled`: anything at all is selected. */
export const hasSelection = ({ state }: CommandContext) => state.selection.length > 0;
/** For `isEnabled`: a touchpoint is selected, perhaps among others. */
export const hasTouchpoint = (context: CommandContext) => touchpointsIn(context).length > 0;
