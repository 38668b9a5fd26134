import { Draws, PURPOSES } from '../chance';
import type { Tables } from '../compiled/tables';
import { readPath, type Tally } from '../compiled/tally';
import { compareText } from '../../map/records';
import type { Paths, SampledWalks } from '../results';
import { shareOf } from '../statistics';

const MOST_TOLD = 100;

/** The commonest paths; equally common ones in the order of their code. */
export function pathsOf({ touchpointIds }: Tables, { paths, compared }: Tally): Paths {
  const top = [...paths]
    .sort(([keyA, a], [keyB, b]) => b - a || compareText(keyA, keyB))
    .slice(0, MOST_TOLD)
    .map(([key, count]) => {
      const { end, cut, touchpoints: indices } = readPath(key);
      const touchpoints = indices.map((touchpoint) => touchpointIds[touchpoint]!);
      return { touchpoints, cut, end, count, share: shareOf(count, compared) };
    });
  return { counted: compared, distinct: paths.size, top };
}

/** The sampled walks, by customer; the persona is drawn again. */
export function walksOf(tables: Tables, { walks }: Tally): SampledWalks {
  const { pickPersona, setup } = tables;
  const draws = new Draws(setup.scenario.seed);
  const persona: number[] = [];
  const end: number[] = [];
  const endClock: number[] = [];
  const first = [0];
  const touchpoint: number[] = [];
  const transition: number[] = [];
  const clock: number[] = [];
  const sorted = [...walks].sort(([a], [b]) => a - b);
  for (const [customer, code] of sorted) {
    persona.push(pickPersona ? pickPersona(draws.once(customer, PURPOSES.persona)) : -1);
    end.push(code[0]!);
    endClock.push(code[1]!);
    for (let at = 2; at < code.length; at += 3) {
      touchpoint.push(code[at]!);
      transition.push(code[at + 1]!);
      clock.push(code[at + 2]!);
    }
    first.push(touchpoint.length);
  }
  return {
    touchpoints: tables.touchpointIds,
    transitions: tables.transitionIds,
    personas: tables.personaIds,
    customer: sorted.map(([customer]) => customer),
    persona,
    end,
    endClock,
    first,
    touchpoint,
    transition,
    clock,
  };
}
