import { placeById, sumOf } from '../../map/basics';
import { type ChainCounts, type Removal, removalEffects } from '../attribution';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { Attribution, Credit } from '../results';
import { type Replicas, type Estimator, estimatorOf } from './replicas';

/** Above this many touchpoints the chain is not solved: a dense factorisation would take too long. */
const MOST_CHANNELS = 800;

/** Above this many touchpoints replicas are not solved: credit then has no interval. */
const MOST_REPLICATED = 150;

/** By removal effect, for touchpoints and for campaigns; no touchpoint has credit on a map of more than 800. */
export function attributionOf(tables: Tables, replicas: Replicas): Attribution {
  const { touchpoints } = tables.setup.map;
  const hasAcquired = Object.values(touchpoints).some(({ milestone }) => milestone === 'acquired');
  const { length } = tables.touchpointIds;
  const solve = (tally: Tally) =>
    removalEffects(length <= MOST_CHANNELS ? touchpointChain(tables, tally) : NOTHING);
  const journey = solve(replicas.run);
  const contacts = (tally: Tally) => removalEffects(campaignChain(tables, tally));
  return {
    goal: hasAcquired ? 'acquired' : 'success',
    rate: journey.rate,
    touchpoints: credits(
      length <= MOST_CHANNELS ? tables.touchpointIds : [],
      length <= MOST_REPLICATED ? replicas.estimate(solve) : estimatorOf(journey),
    ),
    campaigns: credits(
      tables.campaigns.map(({ id }) => id),
      replicas.estimate(contacts),
    ),
  };
}

function credits(ids: readonly string[], estimate: Estimator<Removal>): Record<string, Credit> {
  return Object.fromEntries(
    ids.map((id, index): [string, Credit] => [
      id,
      {
        removal: estimate((of) => of.removal[index]!),
        credit: estimate((of) => of.credit[index]!),
      },
    ]),
  );
}

const NOTHING: ChainCounts = {
  start: [],
  startConverts: 0,
  startNone: 0,
  moves: [],
  converts: [],
  none: [],
};

function touchpointChain(tables: Tables, { layout, counts }: Tally): ChainCounts {
  const ids = tables.touchpointIds;
  const { transitions } = tables.setup.map;
  const moves = ids.map(() => ids.map(() => 0));
  const place = placeById(ids);
  tables.transitionIds.forEach((id, transition) => {
    const from = place.get(transitions[id]!.from);
    const to = place.get(transitions[id]!.to);
    if (from === undefined || to === undefined) return;
    moves[from]![to]! += counts[layout.counts.flows + transition]!;
  });
  const start = ids.map((_, touchpoint) => counts[layout.counts.flowArrivals + touchpoint]!);
  const converts = ids.map((_, touchpoint) => counts[layout.counts.convertedAt + touchpoint]!);
  // Whoever came and neither went on nor converted came to nothing.
  const none = ids.map((_, touchpoint) => {
    const came = start[touchpoint]! + moves.reduce((sum, row) => sum + row[touchpoint]!, 0);
    const went = sumOf(moves[touchpoint]!);
    return came - went - converts[touchpoint]!;
  });
  return { start, startConverts: 0, startNone: 0, moves, converts, none };
}

function campaignChain(tables: Tables, { layout, counts }: Tally): ChainCounts {
  const n = tables.campaigns.length;
  const at = (row: number, column: number) =>
    counts[layout.counts.contactChain + row * (n + 2) + column]!;
  const channels = tables.campaigns.map((_, index) => index);
  return {
    start: channels.map((c) => at(0, c)),
    startConverts: n > 0 ? at(0, n) : 0,
    startNone: n > 0 ? at(0, n + 1) : 0,
    moves: channels.map((row) => channels.map((c) => at(row + 1, c))),
    converts: channels.map((row) => at(row + 1, n)),
    none: channels.map((row) => at(row + 1, n + 1)),
  };
}
