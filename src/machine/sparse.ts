import { JourneyMap, Stage, Touchpoint, Transition } from '../map/schema';
import type { Rest } from './config';

const SOME_ID = 'xxxxxxxxxxxx';

/** What each kind of record holds when nobody has said anything. */
const DEFAULTS = {
  map: JourneyMap.parse({ format: 'journey-map', version: 1, id: SOME_ID }),
  stage: Stage.parse({}),
  touchpoint: Touchpoint.parse({}),
  transition: Transition.parse({ from: SOME_ID, to: SOME_ID }),
} as const satisfies Record<string, object>;

/** Fields that must stay although they are equal to a default's stand-in or tell the format. */
const KEPT: ReadonlySet<string> = new Set(['format', 'version', 'id']);

/**
 * A record without the fields a machine tells in its own words (`told`) and without those at their
 * default, which the schema fills in again on reading.
 */
export function restOf(kind: keyof typeof DEFAULTS, record: object, told: readonly string[]): Rest {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULTS[kind]));
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) =>
        !told.includes(key) &&
        (KEPT.has(key) || !defaults.has(key) || !sameValue(value, defaults.get(key))),
    ),
  );
}

/** Equality of JSON values; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  );
}
