// Maps of older versions as maps of this one.
import { VERSION } from '../schema';
import { type Json } from '../shape';
import { fromVersion0 } from './fromVersion0';

/** The road to today: the step at N leads from version N to N + 1. A step is never edited again. */
const STEPS: readonly ((old: Json) => Json)[] = [fromVersion0];

/** Raw JSON of an older version as raw JSON of this one. Takes anything, never throws. */
export function migrate(raw: Json, from: number): Json {
  return STEPS.slice(from, VERSION).reduce((map, step) => step(map), raw);
}
