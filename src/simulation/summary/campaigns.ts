import { mapValues } from '../../map/basics';
import { MILESTONES } from '../../map/schema';
import { ARM_HEAD, type Tally } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import type { ArmLift, ArmResult, CampaignResult, Estimate, Milestone } from '../results';
import { compareMeans, compareShares } from '../statistics';

/** What was counted of each campaign, by id. */
export function campaignResults(tables: Tables, tally: Tally): Record<string, CampaignResult> {
  return Object.fromEntries(
    tables.campaigns.map(({ id, arms, perContact, fixed }, campaign) => {
      const counted = arms.map((_, index) =>
        armResult(tables, tally, tally.layout.firstArm[campaign]! + index, perContact),
      );
      const results = arms.map((arm, index): [string, ArmResult] => {
        const lift = index === 0 ? null : liftOf(counted[index]!, counted[0]!);
        return [arm, { ...counted[index]!, lift }];
      });
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
      layout.outcomes.map((touchpoint, index) => [
        tables.touchpointIds[touchpoint]!,
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
    lift: null,
  };
}

const unknown: Estimate = { value: 0, interval: null };

/** Arm minus control, both from the moment they were targeted on. */
function liftOf(arm: ArmResult, control: ArmResult): ArmLift {
  const share = (mine: number, theirs: number) =>
    compareShares(mine, arm.targeted, theirs, control.targeted)?.difference ?? unknown;
  const milestone = (name: Milestone) => share(arm.milestones[name], control.milestones[name]);
  const group = ({ contribution, contributionSquares, targeted }: ArmResult) => ({
    sum: contribution,
    squares: contributionSquares,
    count: targeted,
  });
  return {
    outcomes: mapValues(arm.outcomes, (count, id) => share(count, control.outcomes[id]!)),
    milestones: {
      trial: milestone('trial'),
      acquired: milestone('acquired'),
      activated: milestone('activated'),
      cancelled: milestone('cancelled'),
    },
    contribution: compareMeans(group(arm), group(control)),
  };
}
