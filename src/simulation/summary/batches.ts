import { COST_KINDS, MILESTONES } from '../../map/schema';
import { ENDS, GROUP_EXTRAS, type Tally } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import type { Batches } from '../results';
import { CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from '../setup';

/** Every count and sum of a group by its name (docs/simulation.md, "Batches"), for each batch. */
export function batchesOf(
  { touchpointIds, transitionIds, stageIds }: Tables,
  tally: Tally,
): Batches {
  const { layout } = tally;
  const { group } = layout;
  const sums: Record<string, number[]> = {};
  const perBatch = (read: (batch: number) => number) =>
    Array.from({ length: layout.batches }, (_, batch) => read(batch));
  const count = (name: string, offset: number) => {
    sums[name] = perBatch(
      (batch) => tally.counts[layout.counts.groups + batch * group.size + offset]!,
    );
  };
  const sum = (name: string, offset: number) => {
    sums[name] = perBatch((batch) =>
      tally.sums.value(layout.sums.groups + batch * layout.groupSums + offset),
    );
  };
  ENDS.forEach((end, index) => count(`end:${end}`, group.ends + index));
  MILESTONES.forEach((name, index) => count(`milestone:${name}`, group.milestones + index));
  touchpointIds.forEach((id, index) => {
    count(`visits:${id}`, group.visits + index);
    count(`reached:${id}`, group.reached + index);
    count(`dropOffs:${id}`, group.dropOffs + index);
  });
  transitionIds.forEach((id, index) => count(`taken:${id}`, group.taken + index));
  stageIds.forEach((id, index) => {
    count(`stage:${id}`, group.stages + index);
    count(`advanced:${id}`, group.advanced + index);
  });
  const kinds: [string, number][] = [
    ...COST_KINDS.map((kind, index): [string, number] => [`cost:${kind}`, index]),
    ['cost:campaign', CAMPAIGN_COST],
    ['revenue', REVENUE],
    ['planRevenue', PLAN],
  ];
  for (const [name, index] of kinds) {
    sum(name, index);
    sum(`discounted:${name}`, MONEY_KINDS + index);
  }
  GROUP_EXTRAS.forEach((name, index) => sum(name, 2 * MONEY_KINDS + index));
  return {
    customers: perBatch(
      (batch) => tally.counts[layout.counts.groups + batch * group.size + group.customers]!,
    ),
    sums,
  };
}
