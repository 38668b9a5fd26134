import { cut } from '../../language';
import { COLLECTIONS, type JourneyMap } from '../../map/schema';
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

/** What a record is called in sentences. */
export function nameInSentence({ state }: CommandContext, id: string): string {
  const { touchpoints, stages, transitions, notes } = state.map;
  const transition = transitions[id];
  if (transition) {
    const name = (end: string) => touchpoints[end]?.name ?? '';
    return transition.label || `${name(transition.from)} → ${name(transition.to)}`;
  }
  const note = notes[id];
  const said = touchpoints[id]?.name ?? stages[id]?.name ?? (note && cut(note.text, 60));
  return said ?? nameElsewhere(state.map, id);
}

/** The name of a record of whatever collection; '' where it has none. */
function nameElsewhere(map: JourneyMap, id: string): string {
  for (const collection of COLLECTIONS) {
    const record: object | undefined = map[collection][id];
    if (record && 'name' in record) return String(record.name);
  }
  return '';
}
