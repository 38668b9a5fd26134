import type { JourneyMap, Rule } from '../../../map/schema';

/** What a rule's answer depends on, so that it is read again only where that may have changed. */
export interface RuleDependencies {
  /** Touchpoints whose entry may change the answer. */
  readonly touchpoints: ReadonlySet<string>;
  /** Campaigns whose contact may. */
  readonly campaigns: ReadonlySet<string>;
  /** Time or money may: read it whenever it is asked for. */
  readonly always: boolean;
}

/** What the rule reads, through the segments in it too. */
export function ruleDependenciesOf(map: JourneyMap): (rule: Rule) => RuleDependencies {
  const changedBy = new Map<string, string[]>();
  for (const [id, { effects }] of Object.entries(map.touchpoints)) {
    for (const { attribute } of Object.values(effects)) {
      changedBy.set(attribute, [...(changedBy.get(attribute) ?? []), id]);
    }
  }
  const entries = Object.keys(map.touchpoints).filter(
    (id) => map.touchpoints[id]?.kind === 'entry',
  );
  return (whole) => {
    const touchpoints = new Set<string>();
    const campaigns = new Set<string>();
    const seen = new Set<string>();
    let always = false;
    const enteredAt = (ids: readonly string[]) => {
      for (const id of ids) touchpoints.add(id);
    };
    const read = (rule: Rule): void => {
      switch (rule.kind) {
        case 'group':
          rule.rules.forEach(read);
          return;
        case 'attribute':
          enteredAt(changedBy.get(rule.attribute) ?? []);
          if (['date', 'age', 'period'].includes(rule.test)) always = true;
          return;
        case 'segment': {
          const found = Object.hasOwn(map.segments, rule.segment) && map.segments[rule.segment];
          if (!found || seen.has(rule.segment)) return;
          seen.add(rule.segment);
          read(found.rule);
          return;
        }
        case 'visits':
          enteredAt([rule.touchpoint]);
          if (rule.scope === 'pass') enteredAt(entries);
          return;
        case 'taken': {
          const transition = Object.hasOwn(map.transitions, rule.transition)
            ? map.transitions[rule.transition]
            : undefined;
          if (transition) enteredAt([transition.to]);
          if (rule.scope === 'pass') enteredAt(entries);
          return;
        }
        case 'contacts':
          campaigns.add(rule.campaign);
          return;
        case 'days':
        case 'revenue':
        case 'today':
          always = true;
          return;
        case 'everyone':
        case 'persona':
        case 'share':
        case 'arm':
          return;
      }
    };
    read(whole);
    return { touchpoints, campaigns, always };
  };
}

/** Can the answer never change during a walk? */
export function isFixed({ touchpoints, campaigns, always }: RuleDependencies): boolean {
  return touchpoints.size === 0 && campaigns.size === 0 && !always;
}
