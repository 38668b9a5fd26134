import type { JourneyMap, Rule } from '../../../map/schema';
import { dayOfDate } from '../../../rules';
import type { RunSetup } from '../../setup';
import { continuousCdf } from './distributionFunction';
import type { CampaignModel } from './types';
import { NotExact } from './reasons';
import type { Coarseness } from './situation';
import type { StateVariables } from './stateVariables';

/** How finely values of an attribute may be distinguished, from what changes it. */
export function coarsenessOf({ map }: RunSetup, variables: StateVariables, k: number): Coarseness {
  const variable = variables.all[k]!;
  if (variable.kind !== 'attribute') return 'none';
  const effects = Object.values(map.touchpoints)
    .flatMap((touchpoint) => Object.values(touchpoint.effects))
    .filter(({ attribute, operation }) => attribute === variable.id && operation !== 'set');
  const isRange = Object.values(map.personas).some(
    ({ share, attributes }) =>
      share > 0 &&
      Object.hasOwn(attributes, variable.id) &&
      continuousCdf(attributes[variable.id]!) !== null,
  );
  const record = { collection: 'attributes', id: variable.id } as const;
  if (isRange && variable.textual) throw new NotExact('range-read-as-text', record, variable);
  if (effects.length === 0) return variable.relative ? 'none' : 'by-tests';
  if (isRange) throw new NotExact('range-changed', record, variable);
  if (variable.textual || map.attributes[variable.id]!.type !== 'number') return 'none';
  const low = Math.min(...variable.thresholds);
  const high = Math.max(...variable.thresholds);
  const every = (add: (by: number) => boolean, isPastZero: boolean) =>
    effects.every(({ operation, value }) => {
      if (typeof value !== 'number') return true;
      return operation === 'add' ? add(value) : isPastZero && value >= 1;
    });
  if (every((by) => by >= 0, high >= 0)) return 'above';
  return every((by) => by <= 0, low <= 0) ? 'below' : 'none';
}

/** Beyond this, a counter or a clock makes no difference any more. */
export function capOf(
  setup: RunSetup,
  variables: StateVariables,
  k: number,
  campaigns: readonly CampaignModel[],
): number {
  const { kind, id, thresholds } = variables.all[k]!;
  const highest = Math.max(0, ...thresholds);
  switch (kind) {
    case 'visits':
    case 'passVisits':
    case 'taken':
    case 'passTaken':
      return Math.floor(highest) + 1;
    case 'contacts': {
      const { maxContacts } = campaigns.find((campaign) => campaign.id === id)!;
      const most = Number.isFinite(maxContacts) ? maxContacts : 1;
      return Math.max(1, most, thresholds.size > 0 ? Math.floor(highest) + 1 : 0);
    }
    case 'days':
      return highest + 1;
    case 'revenue':
      return canFall(setup.map) ? Infinity : highest + 1;
    case 'age':
      return campaigns.find((campaign) => campaign.id === id)!.lastsDays + 1;
    case 'clock':
      return lastChange(setup);
    default:
      return Infinity;
  }
}

/** Can what a customer has paid ever become less? */
function canFall({ touchpoints, transitions }: JourneyMap): boolean {
  return (
    Object.values(touchpoints).some(
      ({ economics: { revenue, monthlyPrice } }) => revenue < 0 || (monthlyPrice ?? 0) < 0,
    ) || Object.values(transitions).some(({ economics }) => economics.revenue < 0)
  );
}

/** The day on the run clock after which the calendar changes nothing more; Infinity = never. */
function lastChange({ map, settings, startDay }: RunSetup): number {
  let last = 0;
  const until = (date: string) => (last = Math.max(last, dayOfDate(date) + 1 - startDay));
  for (const id of settings.campaigns) {
    for (const { to, repeats } of Object.values(map.campaigns[id]!.schedule)) {
      if (repeats !== 'never') return Infinity;
      until(to);
    }
  }
  const rules: Rule[] = [
    ...Object.values(map.segments).map(({ rule }) => rule),
    ...Object.values(map.transitions).flatMap(({ when }) => (when ? [when] : [])),
  ];
  for (const rule of rules) {
    if (rule.kind === 'group') rules.push(...rule.rules);
    else if (rule.kind === 'today') {
      if (rule.yearly) return Infinity;
      until(rule.value);
      if (rule.operator.endsWith('between')) until(rule.to);
    } else if (rule.kind === 'attribute' && ['date', 'age', 'period'].includes(rule.test)) {
      const isFixed =
        rule.test === 'date' && typeof rule.value === 'string' && typeof rule.to === 'string';
      const isOpen =
        rule.test === 'date' &&
        typeof rule.value === 'string' &&
        !rule.operator.endsWith('between');
      if (!isFixed && !isOpen) return Infinity;
    }
  }
  return last;
}
