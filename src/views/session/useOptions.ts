import { useMemo } from 'react';
import type { CollectionName } from '../../map/schema';
import type { ComboOption } from '../../controls/comboOptions';
import { useText } from '../../controls/LanguageProvider';
import { useMap } from './EditorContext';
import { optionsOf } from '../../controls/recordOptions';

/** The records of a collection with their names, in the order people know them. */
export function useOptions(collection: CollectionName): readonly ComboOption[] {
  const t = useText();
  const map = useMap((whole) => whole);
  // Only these tables carry the names that are shown.
  const { [collection]: table, touchpoints, stages } = map;
  return useMemo(
    () => optionsOf(map, collection, t),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- any other table may change freely
    [table, touchpoints, stages, collection, t],
  );
}

/** As `useOptions`, with an option for each chosen record that was deleted, which says so. */
export function useOptionsAnd(
  collection: CollectionName,
  chosen: readonly string[],
): readonly ComboOption[] {
  const t = useText();
  const options = useOptions(collection);
  const gone = chosen.filter((id) => options.every((option) => option.id !== id));
  if (gone.length === 0) return options;
  return [
    ...options,
    ...gone.map((id): ComboOption => ({ id, label: t('record.gone'), color: 'red' })),
  ];
}
