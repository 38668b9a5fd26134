import { cut, type MessageValues, type Say } from '../language';
import { mapValues } from '../map/basics';
import { nameOf } from '../map/records';
import type { JourneyMap, Target } from '../map/schema';

/**
 * What goes into a sentence that is put into words only where it is spoken, in the language of that
 * moment: a value, or a function that words it.
 */
export type SpokenValue = string | number | ((t: Say) => string);
/** By placeholder of the message. */
export type SpokenValues = Readonly<Record<string, SpokenValue>>;

/** Characters of a note that stand for it in a sentence. */
const NOTE_LENGTH = 60;

/** What a record of this map is called in sentences, also after it was deleted; a note by its beginning. */
export function spokenName(map: JourneyMap, { collection, id }: Target): (t: Say) => string {
  return (t) => {
    const name = nameOf(map, collection, id, t);
    return collection === 'notes' ? cut(name, NOTE_LENGTH) : name;
  };
}

/** The values as a message takes them. */
export function worded(values: SpokenValues, t: Say): MessageValues {
  return mapValues(values, (value) => (typeof value === 'function' ? value(t) : value));
}
