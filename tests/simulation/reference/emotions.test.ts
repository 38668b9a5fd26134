import { expect, test } from 'vitest';
import type { JourneyMapInput } from '../../../src/map/schema';
import { referenceEngine, setUp } from '../../../src/simulation';
import { walkBoth } from '../support/bothEngines';
import { idOf } from '../support/chain';
import { smallMap } from '../support/smallMap';

type Effect = NonNullable<
  NonNullable<NonNullable<JourneyMapInput['campaigns']>[string]['effects']>[string]
>;

const feels = (now: number | null) => ({ default: { emotion: { now } } });

/** What everybody feels at each touchpoint of a walk whose first one a campaign is at. */
function feltWith(effects: readonly Effect[]) {
  const map = smallMap({
    touchpoints: {
      start: { kind: 'entry', experience: feels(-0.5) },
      middle: { experience: feels(0.5) },
      numb: { experience: feels(null) },
      end: { kind: 'outcome', experience: feels(1) },
    },
    transitions: { 'start-middle': 1, 'middle-numb': 1, 'numb-end': 1 },
    campaigns: {
      mail: {
        touchpoints: { [idOf('start')]: true },
        effects: Object.fromEntries(effects.map((effect, k) => [idOf(`effect-${k}`), effect])),
      },
    },
  });
  const setup = setUp(map, null, { customers: 2 });
  walkBoth(setup);
  const felt: number[] = [];
  referenceEngine(setup).walk(0, (event) => {
    if (event.kind === 'emotion') felt.push(event.value);
  });
  return felt;
}

const at = (name: string, change: number): Effect => ({
  kind: 'emotion',
  touchpoint: idOf(name),
  change,
});

test.each<[string, Effect[], number[]]>([
  ['as the map says without an effect', [], [-0.5, 0.5, 1]],
  // What is felt on an entry is felt before its contacts.
  ['as before where the contact itself is', [at('start', 1)], [-0.5, 0.5, 1]],
  ['changed where the effect is and nowhere else', [at('middle', 0.25)], [-0.5, 0.75, 1]],
  ['changed by every effect there', [at('middle', 0.25), at('middle', 0.5)], [-0.5, 1.25, 1]],
  ['never better than the best', [at('end', 4)], [-0.5, 0.5, 2]],
  ['never worse than the worst', [at('middle', -4)], [-0.5, -2, 1]],
  ['not at all where the map does not say', [at('numb', 1)], [-0.5, 0.5, 1]],
  [
    'as before where a campaign only lifts a chance',
    [{ kind: 'lift', transition: idOf('middle-numb'), factor: 3 }],
    [-0.5, 0.5, 1],
  ],
])('what customers feel is %s', (_, effects, expected) => {
  expect(feltWith(effects)).toEqual(expected);
});
