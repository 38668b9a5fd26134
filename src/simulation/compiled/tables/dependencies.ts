import { listUnder } from '../../../map/basics';
import type { Clause, JourneyMap, Rule } from '../../../map/schema';
import { clausesOf, segmentGraphOf } from '../../../rules';

/** What a rule's answer depends on, so that it is read again only where that may have changed. */
export interface RuleDependencies {
  /** Touchpoints whose entry may change the answer. */
  readonly touchpoints: ReadonlySet<string>;
  /** Campaigns whose contact may. */
  readonly campaigns: ReadonlySet<string>;
  /** Time or money may: read it whenever it is asked for. */
  readonly always: boolean;
}

/** Above so many touchpoints and campaigns an answer is read again each time: lists of them would fill the memory. */
const MOST_LISTED = 500;

interface Reads {
  touchpoints: Set<string>;
  campaigns: Set<string>;
  always: boolean;
}

/** What the rule of each segment reads, through the segments in it too; and what any other rule does. */
export function ruleDependenciesOf(map: JourneyMap): (rule: Rule) => RuleDependencies {
  const graph = segmentGraphOf(map);
  const reader = clauseReaderOf(map);
  const known = new Map<string, Reads>();
  for (const id of graph.order) known.set(id, readsOf(map.segments[id]!.rule, id));
  return (rule) => readsOf(rule, null);

  function readsOf(rule: Rule, within: string | null): Reads {
    const reads: Reads = { touchpoints: new Set(), campaigns: new Set(), always: false };
    for (const clause of clausesOf(rule)) {
      if (clause.kind !== 'segment') reader(clause, reads);
      else if (graph.isRead(within, clause.segment)) add(known.get(clause.segment), reads);
      if (reads.touchpoints.size + reads.campaigns.size <= MOST_LISTED) continue;
      return { touchpoints: new Set(), campaigns: new Set(), always: true };
    }
    return reads;
  }
}

function add(other: Reads | undefined, reads: Reads): void {
  if (!other) return;
  for (const id of other.touchpoints) reads.touchpoints.add(id);
  for (const id of other.campaigns) reads.campaigns.add(id);
  reads.always ||= other.always;
}

/** Adds what one clause reads to what has been found. */
function clauseReaderOf(map: JourneyMap) {
  const changedBy = new Map<string, string[]>();
  for (const [id, { effects }] of Object.entries(map.touchpoints)) {
    for (const { attribute } of Object.values(effects)) {
      listUnder(changedBy, attribute, id);
    }
  }
  const entries = Object.keys(map.touchpoints).filter(
    (id) => map.touchpoints[id]?.kind === 'entry',
  );
  return (clause: Exclude<Clause, { kind: 'segment' }>, reads: Reads): void => {
    const enteredAt = (ids: readonly string[]) => {
      for (const id of ids) reads.touchpoints.add(id);
    };
    switch (clause.kind) {
      case 'attribute':
        enteredAt(changedBy.get(clause.attribute) ?? []);
        if (['date', 'age', 'period'].includes(clause.test)) reads.always = true;
        return;
      case 'visits':
        enteredAt([clause.touchpoint]);
        if (clause.scope === 'pass') enteredAt(entries);
        return;
      case 'taken': {
        const transition = Object.hasOwn(map.transitions, clause.transition)
          ? map.transitions[clause.transition]
          : undefined;
        if (transition) enteredAt([transition.to]);
        if (clause.scope === 'pass') enteredAt(entries);
        return;
      }
      case 'contacts':
        reads.campaigns.add(clause.campaign);
        return;
      case 'days':
      case 'revenue':
      case 'today':
        reads.always = true;
        return;
      case 'everyone':
      case 'persona':
      case 'share':
      case 'arm':
        return;
    }
  };
}

/** Can the answer never change during a walk? */
export function isFixed({ touchpoints, campaigns, always }: RuleDependencies): boolean {
  return touchpoints.size === 0 && campaigns.size === 0 && !always;
}

/** Which segments have to be read again when; by index, in order. */
export interface Dependents {
  /** Whenever they are asked for. */
  readonly always: readonly number[];
  /** Those that can change, but for the ones above. */
  readonly changing: readonly number[];
  readonly byTouchpoint: ReadonlyMap<string, readonly number[]>;
  readonly byCampaign: ReadonlyMap<string, readonly number[]>;
}

/** Turns what segments read into who reads what. */
export function dependentsOf(segments: readonly RuleDependencies[]): Dependents {
  const always: number[] = [];
  const changing: number[] = [];
  const byTouchpoint = new Map<string, number[]>();
  const byCampaign = new Map<string, number[]>();
  segments.forEach((each, index) => {
    if (each.always) always.push(index);
    else if (!isFixed(each)) changing.push(index);
    for (const id of each.touchpoints) listUnder(byTouchpoint, id, index);
    for (const id of each.campaigns) listUnder(byCampaign, id, index);
  });
  return { always, changing, byTouchpoint, byCampaign };
}
