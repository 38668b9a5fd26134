import { type RunSetup, scheduleOf } from '../../setup';
import { armsOf } from './arms';
import type { StateVariables } from './stateVariables';
import type { CampaignModel } from './types';

/** The campaigns of a run; declares the variables that each of them keeps. */
export function campaignModels(
  { map, settings }: RunSetup,
  armNames: ReadonlyMap<string, readonly string[]>,
  variables: StateVariables,
): CampaignModel[] {
  return settings.campaigns.map((id) => {
    const { cost, maxContacts, lastsDays, schedule } = map.campaigns[id]!;
    const because = { collection: 'campaigns', id } as const;
    const isDated = Object.keys(schedule).length > 0;
    if (isDated) variables.declare('clock', '', because);
    return {
      id,
      arms: armsOf(map, id, armNames.get(id)!),
      maxContacts: maxContacts ?? Infinity,
      lastsDays: lastsDays ?? Infinity,
      perContact: cost.perContact,
      fixedCost: cost.fixed,
      isScheduled: isDated ? scheduleOf({ schedule }) : null,
      arm: variables.declare('arm', id, because),
      contacts: variables.declare('contacts', id, because),
      age: lastsDays === null ? -1 : variables.declare('age', id, because),
    };
  });
}
