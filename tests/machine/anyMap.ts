import fc, { type Arbitrary } from 'fast-check';
import {
  type JourneyMap,
  JourneyMap as Schema,
  type JourneyMapInput,
  TOUCHPOINT_KINDS,
} from '../../src/map/schema';
import { journeyMap } from '../map/arbitraries';
import { sometimesShared } from '../map/sharedIds';

/** Twelve characters from a short word. */
export const id = (word: string) => word.padEnd(12, '_');

export const mapOf = (parts: Partial<JourneyMapInput> = {}) =>
  Schema.parse({ format: 'journey-map', version: 1, id: id('map'), ...parts });

/** Names that mean something to XState, to JavaScript or to a source text. */
export const hostileName = fc.constantFrom(
  '',
  ' ',
  '#',
  '.',
  '*',
  '~start',
  '~leave',
  '~left',
  'a.b',
  'xstate.init',
  'XState xstate.stop',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '1',
  '-1',
  '👩‍👩‍👧 family',
  '\ud800',
  'two\nlines\u2028three',
  '\u202eevil\u2066',
  '`${process.exit()}`',
  "'); //",
  '*/ end',
  '\\',
  'x'.repeat(200),
);

/** Maps with every problem a checker finds: dead ends, transitions out of outcomes, twins, odd names. */
const brokenMap: Arbitrary<JourneyMap> = journeyMap().chain((map) => {
  const touchpoints = Object.keys(map.touchpoints);
  const transitions = Object.keys(map.transitions);
  const kind = fc.constantFrom(...TOUCHPOINT_KINDS);
  const end = fc.constantFrom(...touchpoints);
  return fc
    .record({
      kinds: fc.tuple(...touchpoints.map(() => fc.record({ kind, name: hostileName }))),
      ends: fc.tuple(
        ...transitions.map(() =>
          fc.record({
            from: end,
            to: end,
            label: hostileName,
            otherwise: fc.boolean(),
            order: fc.constantFrom('a0', 'a1', 'Zz'),
          }),
        ),
      ),
    })
    .map(({ kinds, ends }) => ({
      ...map,
      touchpoints: changed(map.touchpoints, kinds),
      transitions: changed(map.transitions, ends),
    }));
});

function changed<Value>(table: Record<string, Value>, changes: readonly Partial<Value>[]) {
  return Object.fromEntries(
    Object.entries(table).map(([key, value], index) => [key, { ...value, ...changes[index] }]),
  );
}

/** Tidy maps, broken maps, the empty map; many have the same ids in several collections. */
export const anyMap: Arbitrary<JourneyMap> = sometimesShared(
  fc.oneof(
    { weight: 5, arbitrary: journeyMap() },
    { weight: 5, arbitrary: brokenMap },
    { weight: 1, arbitrary: fc.constant(mapOf()) },
  ),
);
