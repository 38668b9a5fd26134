import { extract, type RecordTarget } from '../../map/edits';
import { type JourneyMap } from '../../map/schema';
import { type Selection } from '../selection';

/** Our own type on the clipboard; the same JSON lies beside it as plain text. */
export const CLIPBOARD_TYPE = 'application/x-desire-path+json';

/** The selected records as text for a clipboard; null where nothing can be copied. */
export function copied(map: JourneyMap, selection: Selection): string | null {
  if (selection.length === 0) return null;
  return JSON.stringify(extract(map, withStages(map, selection)), null, 2);
}

/** A copied stage takes its touchpoints and notes along. */
function withStages(map: JourneyMap, selection: Selection): RecordTarget[] {
  const stages = new Set(
    selection.filter(({ collection }) => collection === 'stages').map(({ id }) => id),
  );
  const inside = (collection: 'touchpoints' | 'notes') =>
    Object.entries<{ readonly stage: string | null }>(map[collection])
      .filter(([, { stage }]) => stage !== null && stages.has(stage))
      .map(([id]) => ({ collection, id }));
  return [...selection, ...inside('touchpoints'), ...inside('notes')];
}
