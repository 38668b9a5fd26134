import { type ChainCounts, removalEffects } from '../attribution';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { Attribution } from '../results';

/** Above this many touchpoints the chain is not solved: a dense factorisation would take too long. */
const MOST_CHANNELS = 800;

export function attributionOf(tables: Tables, tally: Tally): Attribution {
  const { touchpoints } = tables.setup.map;
  const hasAcquired = Object.values(touchpoints).some(({ milestone }) => milestone === 'acquired');
  const isSmall = tables.touchpointIds.length <= MOST_CHANNELS;
  const journey = removalEffects(isSmall ? touchpointChain(tables, tally) : NOTHING);
  const contacts = removalEffects(campaignChain(tables, tally));
  const named = (ids: readonly string[], { removal, credit }: typeof journey) =>
    Object.fromEntries(
      ids.flatMap((id, index) =>
        removal[index] === undefined
          ? []
          : [[id, { removal: removal[index], credit: credit[index]! }] as const],
      ),
    );
  return {
    goal: hasAcquired ? 'acquired' : 'success',
    rate: journey.rate,
    touchpoints: named(tables.touchpointIds, journey),
    campaigns: named(
      tables.campaigns.map(({ id }) => id),
      contacts,
    ),
  };
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
  const place = new Map(ids.map((id, index) => [id, index]));
  tables.transitionIds.forEach((id, way) => {
    const from = place.get(transitions[id]!.from);
    const to = place.get(transitions[id]!.to);
    if (from === undefined || to === undefined) return;
    moves[from]![to]! += counts[layout.counts.flows + way]!;
  });
  const start = ids.map((_, spot) => counts[layout.counts.flowArrivals + spot]!);
  const converts = ids.map((_, spot) => counts[layout.counts.convertedAt + spot]!);
  // Whoever came and neither went on nor converted came to nothing.
  const none = ids.map((_, spot) => {
    const came = start[spot]! + moves.reduce((sum, row) => sum + row[spot]!, 0);
    const went = moves[spot]!.reduce((sum, count) => sum + count, 0);
    return came - went - converts[spot]!;
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
