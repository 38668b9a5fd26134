import { fraction } from '../map/basics';
import { nameOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { Language } from '../language';
import type { RunNote } from '../simulation/results';

/** A sentence about something the reader of a run should know, and the record it is about, if that is one of the map. */
export interface NoteSentence {
  readonly text: string;
  readonly record: { readonly collection: 'touchpoints' | 'segments'; readonly id: string } | null;
}

/** What the engine met on the way, in words, the most misleading first; that a run is partial is said elsewhere. */
export function noteSentences(
  notes: readonly RunNote[],
  { customers, maxSteps }: { readonly customers: number; readonly maxSteps: number },
  map: JourneyMap,
  { t, number, percent }: Pick<Language, 't' | 'number' | 'percent'>,
): NoteSentence[] {
  return notes.flatMap(({ code, collection, id, count }) => {
    if (code === 'partial') return [];
    const record =
      (collection === 'touchpoints' || collection === 'segments') &&
      Object.hasOwn(map[collection], id)
        ? { collection, id }
        : null;
    return [
      {
        record,
        text: t(`run.note.${code}`, {
          count,
          name: record ? nameOf(map, record.collection, id, t) : '',
          share: percent(fraction(count, customers)),
          steps: number(maxSteps),
        }),
      },
    ];
  });
}
