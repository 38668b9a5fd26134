import { JourneyMap, Stage, Touchpoint, Transition } from '../map/schema';
import { same } from '../map/shape';
import type { MetaRecord } from './config';

const SOME_ID = 'xxxxxxxxxxxx';

/** What each kind of record holds when nobody has said anything. */
const DEFAULTS = {
  map: JourneyMap.parse({ format: 'journey-map', version: 1, id: SOME_ID }),
  stage: Stage.parse({}),
  touchpoint: Touchpoint.parse({}),
  transition: Transition.parse({ from: SOME_ID, to: SOME_ID }),
} as const satisfies Record<string, object>;

/** Fields that stay even if they equal the stand-ins above. */
const KEPT: ReadonlySet<string> = new Set(['format', 'version', 'id']);

/**
 * A record without the fields a machine holds in its own terms (`told`) and without those at their
 * default, which the schema fills in again on reading.
 */
export function metaRecordOf(
  kind: keyof typeof DEFAULTS,
  record: object,
  told: readonly string[],
): MetaRecord {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULTS[kind]));
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) =>
        !told.includes(key) &&
        (KEPT.has(key) || !defaults.has(key) || !same(value, defaults.get(key))),
    ),
  );
}
