import { MILESTONES } from '../../map/schema';
import { ARM_HEAD } from '../compiled/layout';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { ArmResult, CampaignResult, Milestone } from '../results';

export function campaignResults(tables: Tables, tally: Tally): Record<string, CampaignResult> {
  return Object.fromEntries(
    tables.campaigns.map(({ id, arms, perContact, fixed }, campaign) => {
      const results = arms.map((arm, index): [string, ArmResult] => [
        arm,
        armResult(tables, tally, tally.layout.firstArm[campaign]! + index, perContact),
      ]);
      const sum = (read: (arm: ArmResult) => number) =>
        results.reduce((total, [, arm]) => total + read(arm), 0);
      const contacted = sum((arm) => arm.contacted);
      const fixedCost = contacted > 0 ? fixed : 0;
      return [
        id,
        {
          arms: Object.fromEntries(results),
          targeted: sum((arm) => arm.targeted),
          contacted,
          control: results[0]![1].targeted,
          contacts: sum((arm) => arm.contacts),
          fixedCost,
          cost: fixedCost + sum((arm) => arm.cost),
        },
      ];
    }),
  );
}

function armResult(tables: Tables, tally: Tally, arm: number, perContact: number): ArmResult {
  const { layout, counts, sums } = tally;
  const base = layout.counts.arms + arm * (ARM_HEAD + layout.outcomes.length);
  const contacts = counts[base + 3]!;
  const milestone = (name: Milestone) => counts[base + 4 + MILESTONES.indexOf(name)]!;
  return {
    customers: counts[base]!,
    targeted: counts[base + 1]!,
    contacted: counts[base + 2]!,
    contacts,
    cost: contacts * perContact,
    outcomes: Object.fromEntries(
      layout.outcomes.map((spot, index) => [
        tables.touchpointIds[spot]!,
        counts[base + ARM_HEAD + index]!,
      ]),
    ),
    milestones: {
      trial: milestone('trial'),
      acquired: milestone('acquired'),
      activated: milestone('activated'),
      cancelled: milestone('cancelled'),
    },
    contribution: sums.value(layout.sums.arms + 2 * arm),
    contributionSquares: sums.value(layout.sums.arms + 2 * arm + 1),
  };
}
