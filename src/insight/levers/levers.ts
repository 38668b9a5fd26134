import { goalOf } from '../../kpis';
import { fraction } from '../../map/basics';
import { hasMoney, inOrder, outgoingOf } from '../../map/records';
import { Campaign, type JourneyMap, type Kpi, type Rule } from '../../map/schema';
import type { RunResult, Walk } from '../../simulation/results';
import { eachWalk } from '../../simulation';
import { contributionOfVisit, priceAfter } from '../visitMoney';

/** A transition more customers could take. */
export interface Lever {
  readonly transition: string;
  /** The KPI that counts this very transition; null = found by its value. */
  readonly kpi: string | null;
  /**
   * What 1% more of it is roughly worth per arrival, in money or, on a map without money, in customers who reach
   * its goal; estimated from the sampled walks; ranks only.
   */
  readonly worth: number;
}

/** Levers offered without being asked for. */
const MOST = 12;

/** Can its chance be lifted? Decisions follow rules, and *otherwise* takes what is left. */
export function isLever(map: JourneyMap, id: string): boolean {
  const transition = map.transitions[id];
  const from = transition && map.touchpoints[transition.from];
  const to = transition && map.touchpoints[transition.to];
  if (!transition || !from || !to || transition.otherwise) return false;
  return from.kind !== 'decision' && from.kind !== 'outcome' && transition.from !== transition.to;
}

/**
 * The levers worth asking about: transitions the map's KPIs watch, then those whose customers go on
 * to be worth most: in money or, on a map without any, by reaching its goal. The worth of a transition is what follows it on the sampled walks, against what
 * follows its touchpoint on the whole: a rank to choose by, not an answer.
 */
export function leversOf(map: JourneyMap, run: RunResult): readonly Lever[] {
  const watched = watchedTransitions(map);
  const worth = worthOfTransitions(map, run);
  const levers = Object.keys(map.transitions)
    .filter((id) => isLever(map, id))
    .map((id) => ({ transition: id, kpi: watched.get(id) ?? null, worth: worth.get(id) ?? 0 }))
    .filter(({ transition, kpi, worth: value }) =>
      hasMoney(map) ? kpi !== null || value > 0 : value > 0 && canGrow(run, transition),
    )
    .sort((a, b) => Number(b.kpi !== null) - Number(a.kpi !== null) || b.worth - a.worth);
  return levers.slice(0, MOST);
}

/** Is there anybody who leaves its start otherwise? */
function canGrow({ transitions }: RunResult, id: string): boolean {
  return (transitions[id]?.share.value ?? 0) < 1 - 1e-9;
}

/** Transitions that a KPI which should rise is about, with the KPI's id. */
function watchedTransitions(map: JourneyMap): Map<string, string> {
  const watched = new Map<string, string>();
  for (const [id, kpi] of inOrder(map.kpis)) {
    if (kpi.direction !== 'up') continue;
    for (const transition of transitionsOf(map, kpi)) {
      if (isLever(map, transition) && !watched.has(transition)) watched.set(transition, id);
    }
  }
  return watched;
}

/** What a KPI counts: transitions by name, those between its ends, those into a segment. */
function transitionsOf(map: JourneyMap, { metric, scope, params }: Kpi): readonly string[] {
  if (metric.kind === 'formula') {
    const named = (name: string) =>
      [...metric.expression.matchAll(new RegExp(`${name}\\(\\s*["']([^"']+)["']\\s*\\)`, 'g'))].map(
        ([, id]) => id ?? '',
      );
    return [...named('taken'), ...named('members').flatMap((id) => transitionsInto(map, id))];
  }
  if (scope.kind === 'transition') return scope.id === null ? [] : [scope.id];
  return Object.entries(map.transitions)
    .filter(([, { from, to }]) => from === params.from && to === params.to)
    .map(([id]) => id);
}

/** Transitions to touchpoints that change an attribute the segment's rule reads: they make its members. */
function transitionsInto(map: JourneyMap, segment: string): readonly string[] {
  const rule = map.segments[segment]?.rule;
  return Object.entries(map.transitions)
    .filter(([, { to }]) =>
      Object.values(map.touchpoints[to]?.effects ?? {}).some(({ attribute }) =>
        reads(rule, attribute),
      ),
    )
    .map(([id]) => id);
}

function reads(rule: Rule | undefined, attribute: string): boolean {
  if (rule?.kind === 'group') return rule.rules.some((each) => reads(each, attribute));
  return rule?.kind === 'attribute' && rule.attribute === attribute;
}

/** Per transition: customers who took it times what the walk was worth from there on, against the rest. */
function worthOfTransitions(map: JourneyMap, run: RunResult): Map<string, number> {
  const after = new Map<string, { count: number; sum: number }>();
  const add = (key: string, value: number) => {
    const known = after.get(key) ?? { count: 0, sum: 0 };
    after.set(key, { count: known.count + 1, sum: known.sum + value });
  };
  const gainedOn = hasMoney(map) ? moneyGained(map) : goalGained(map);
  for (const walk of eachWalk(run.walks)) {
    const gains = gainedOn(walk);
    const visits = walk.steps.map((step, index) => ({ ...step, gained: gains[index] ?? 0 }));
    let rest = 0;
    for (const { touchpoint, transition, gained } of visits.toReversed()) {
      // What leaving this visit led to, seen from the touchpoint: the rest without its own visit.
      add(`>${touchpoint}`, rest);
      rest += gained;
      if (transition !== null) add(transition, rest);
    }
  }
  const mean = (key: string) => {
    const { count, sum } = after.get(key) ?? { count: 0, sum: 0 };
    return fraction(sum, count);
  };
  const walks = Math.max(1, run.walks.customer.length);
  return new Map(
    Object.entries(map.transitions).map(([id, { from }]) => {
      const taken = after.get(id)?.count ?? 0;
      return [id, (taken / walks) * (mean(id) - insteadOf(from, id))];
    }),
  );

  /** What growth is taken from: drop-off first, which is worth nothing; else the other transitions. */
  function insteadOf(from: string, id: string): number {
    const left = run.touchpoints[from]?.dropOffShare.value ?? 0;
    if (left > 0.02) return 0;
    const others = outgoingOf(map, from).filter(([other]) => other !== id);
    const count = others.reduce((sum, [other]) => sum + (after.get(other)?.count ?? 0), 0);
    const sum = others.reduce((total, [other]) => total + (after.get(other)?.sum ?? 0), 0);
    return fraction(sum, count);
  }
}

/** What each visit of a walk brings in money. */
function moneyGained(map: JourneyMap): (walk: Walk) => number[] {
  return ({ steps, end }) => {
    let price = 0;
    return steps.map(({ clock, touchpoint }, index) => {
      price = priceAfter(map, touchpoint, price);
      const until = steps[index + 1]?.clock ?? end.clock;
      return contributionOfVisit(map, touchpoint, price, until - clock);
    });
  };
}

/** 1 for the visit with which a walk reaches the goal for the first time. */
function goalGained(map: JourneyMap): (walk: Walk) => number[] {
  const goal = goalOf(map);
  const isGoal = (id: string) =>
    goal?.kind === 'acquired'
      ? map.touchpoints[id]?.milestone === 'acquired'
      : (goal?.ids.includes(id) ?? false);
  return ({ steps }) => {
    const first = steps.findIndex(({ touchpoint }) => isGoal(touchpoint));
    return steps.map((_, index) => (index === first ? 1 : 0));
  };
}

/** The id of the campaign that stands for a lever; none of the user's is like it. */
const LEVER_ID = 'break-even-lever';

/**
 * The map with one transition lifted for everybody: a campaign without cost or control group, so
 * that growth is taken from where any campaign takes it.
 */
export function withLever(map: JourneyMap, transition: string, factor: number): JourneyMap {
  const from = map.transitions[transition]?.from ?? '';
  const lever = Campaign.parse({
    touchpoints: { [from]: true },
    effects: { [LEVER_ID]: { kind: 'lift', transition, factor, order: 'a0' } },
    controlShare: 0,
    status: 'running',
    order: 'zzz',
  });
  return { ...map, campaigns: { ...map.campaigns, [LEVER_ID]: lever } };
}
