import type { FieldSpec, Holder, SectionSpec } from '../../../editing/fields';
import type { JourneyMap } from '../../../map/schema';
import { valueAt } from '../../../map/shape';
import { useMap } from '../../session';
import { useHolder } from './holder';

/**
 * Those of some sections or fields that have a meaning: for the value of the holder, and where several records are
 * edited together, for each of theirs.
 */
export function useShown<Each extends FieldSpec | SectionSpec>(
  specs: readonly Each[],
  value: unknown,
): readonly Each[] {
  const holder = useHolder();
  const marks = useMap((map) => {
    const values = valuesIn(map, holder, value);
    const isShown = ({ shownFor }: Each) => values.every((each) => shownFor?.(each, map) !== false);
    // Marks are the same text until another field is shown, and a list would be another one each time.
    return specs.map((spec) => (isShown(spec) ? '1' : '0')).join('');
  });
  return specs.filter((_, at) => marks[at] === '1');
}

function valuesIn(map: JourneyMap, holder: Holder, value: unknown): readonly unknown[] {
  const { collection, ids, base } = holder;
  if (collection === null || ids === undefined) return [value];
  return ids.map((id) => valueAt(map, [collection, id, ...base]));
}
