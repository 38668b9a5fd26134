import { bandsOf, BAND, cardsOf, PITCH } from '../../../src/map/layout';
import { newMap } from '../../../src/map/records';
import type { JourneyMap, JourneyMapInput } from '../../../src/map/schema';

/** What the bare page draws: the same boxes in the same places, joined in the same way. */
export interface Graph {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
  }[];
}

const ROWS = 10;
const IN_STAGE = 50;

const idOf = (kind: string, at: number) => `${kind}-${String(at).padStart(10, '0')}`;
const orderOf = (at: number) => `a${String(at).padStart(6, '0')}V`;

/** A journey of so many touchpoints, fifty to a stage, each leading on and one column further. */
export function journeyOf(touchpoints: number): JourneyMap {
  const stages: NonNullable<JourneyMapInput['stages']> = {};
  const cards: NonNullable<JourneyMapInput['touchpoints']> = {};
  const transitions: NonNullable<JourneyMapInput['transitions']> = {};
  for (let at = 0; at < touchpoints; at += 1) {
    const stage = Math.floor(at / IN_STAGE);
    stages[idOf('stage', stage)] ??= { name: `Stage ${String(stage + 1)}`, order: orderOf(stage) };
    const within = at % IN_STAGE;
    cards[idOf('touch', at)] = {
      name: `Touchpoint ${String(at + 1)}`,
      kind: at === 0 ? 'entry' : at === touchpoints - 1 ? 'outcome' : 'touchpoint',
      stage: idOf('stage', stage),
      position: {
        x: BAND.padding + Math.floor(within / ROWS) * PITCH.x,
        y: (within % ROWS) * PITCH.y,
      },
    };
    for (const step of [1, ROWS]) {
      const to = at + step;
      if (to >= touchpoints) continue;
      transitions[idOf('way', at * 100 + step)] = {
        from: idOf('touch', at),
        to: idOf('touch', to),
        chance: { base: 0.45 },
      };
    }
  }
  const id = `bench-map-${String(touchpoints).padStart(6, '0')}`;
  const title = `A journey of ${String(touchpoints)} touchpoints`;
  return newMap({ id, title, stages, touchpoints: cards, transitions });
}

/** The same as plain boxes. */
export function graphOf(map: JourneyMap): Graph {
  const rects = cardsOf(map, bandsOf(map));
  return {
    nodes: Object.entries(map.touchpoints).map(([id, { name }]) => {
      const { x = 0, y = 0 } = rects.get(id) ?? {};
      return { id, name, x, y };
    }),
    edges: Object.entries(map.transitions).map(([id, { from, to }]) => ({
      id,
      source: from,
      target: to,
    })),
  };
}
