import { ENDS } from '../compiled/layout';
import { State } from '../compiled/state';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import { readPath } from '../compiled/walkCodes';
import { compareText } from '../../map/records';
import type { Paths, Walk } from '../results';
import { shareOf } from '../statistics/intervals';

const MOST_TOLD = 100;

/** The commonest paths; equally common ones in the order of their code. */
export function pathsOf({ touchpointIds }: Tables, { paths, compared }: Tally): Paths {
  const top = [...paths]
    .sort(([keyA, a], [keyB, b]) => b - a || compareText(keyA, keyB))
    .slice(0, MOST_TOLD)
    .map(([key, count]) => {
      const { end, cut, spots } = readPath(key);
      const touchpoints = spots.map((spot) => touchpointIds[spot]!);
      return { touchpoints, cut, end, count, share: shareOf(count, compared) };
    });
  return { counted: compared, distinct: paths.size, top };
}

/** The walks kept, by customer; who she was is drawn again. */
export function walksOf(tables: Tables, { walks }: Tally): Walk[] {
  const state = new State(tables);
  return [...walks]
    .sort(([a], [b]) => a - b)
    .map(([customer, code]) => {
      state.beBorn(customer);
      const count = (code.length - 2) / 3;
      const steps = Array.from({ length: count }, (_, k) => {
        const way = code[3 + 3 * k]!;
        return {
          clock: code[4 + 3 * k]!,
          touchpoint: tables.touchpointIds[code[2 + 3 * k]!]!,
          transition: way < 0 ? null : tables.transitionIds[way]!,
        };
      });
      return {
        customer,
        persona: state.personaId,
        attributes: Object.fromEntries(
          tables.attributeIds.map((id, index) => [id, state.attributes[index]!]),
        ),
        steps,
        end: {
          kind: ENDS[code[0]!]!,
          touchpoint: steps.at(-1)?.touchpoint ?? null,
          clock: code[1]!,
        },
      };
    });
}
