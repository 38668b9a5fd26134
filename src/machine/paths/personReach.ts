import { inOrder, restOf } from '../../map/records';
import type { Clause, JourneyMap, Rule, RuleGroup, Transition } from '../../map/schema';
import {
  type Domain,
  domainsOfPersona,
  type OverlapVerdict,
  personaJudge,
  satisfiable,
} from '../../rules';
import { entriesOf, type TransitionIndex, transitionsOf } from '../transitions';

/** Why somebody can never take a transition. */
export type Obstacle =
  /** The persona cannot reach where it starts. */
  | { readonly kind: 'never-there' }
  /** No customer of the persona satisfies its rule; `clause` alone is enough, null where parts exclude each other. */
  | {
      readonly kind: 'rule';
      readonly clause: Clause | null;
      /** The values of the clause's attribute for the persona; null where that is not the point. */
      readonly range: Domain | null;
    }
  /** Whoever satisfies its rule takes one of these before it. */
  | { readonly kind: 'earlier'; readonly transitions: readonly string[] }
  /** Its chance is 0. */
  | { readonly kind: 'no-chance' }
  /** It takes the rest, and the others leave none. */
  | { readonly kind: 'no-rest' };

/** One persona on the map: an over-estimate of what they can reach, reduced until it no longer changes. */
export class PersonReach {
  readonly persona: string | null;
  touchpoints: ReadonlySet<string>;
  transitions: ReadonlySet<string> = new Set();
  private readonly map: JourneyMap;
  private readonly outgoing: TransitionIndex;
  private readonly budget: { steps: number };
  private obstacles = new Map<string, Obstacle>();
  private judge: (rule: Rule) => OverlapVerdict = () => 'unknown';
  private seen: JourneyMap;

  constructor(map: JourneyMap, persona: string | null, budget: { steps: number }) {
    this.map = map;
    this.persona = persona;
    this.budget = budget;
    this.outgoing = transitionsOf(map);
    this.seen = map;
    this.touchpoints = new Set(Object.keys(map.touchpoints));
    for (let size = Infinity; this.touchpoints.size < size;) {
      size = this.touchpoints.size;
      this.reach();
    }
  }

  obstacleAt(transition: string): Obstacle {
    return this.obstacles.get(transition) ?? { kind: 'never-there' };
  }

  /** Searches from the entries again, without what was out of reach the last time. */
  private reach(): void {
    const { map, persona, budget, touchpoints: before } = this;
    const within = Object.entries(map.touchpoints).filter(([id]) => before.has(id));
    this.seen = { ...map, touchpoints: Object.fromEntries(within) };
    this.judge =
      persona === null
        ? (rule) => satisfiable(rule, this.seen, budget)
        : personaJudge(persona, this.seen);
    this.obstacles = new Map();
    const come = new Set(this.entries());
    const taken = new Set<string>();
    // A Set is iterated in the order of insertion, additions included: it is the queue.
    for (const from of come) {
      for (const [id, transition] of this.outgoing.from(from)) {
        const obstacle = this.obstacleTo(id, transition);
        if (obstacle) {
          this.obstacles.set(id, obstacle);
          continue;
        }
        taken.add(id);
        come.add(transition.to);
      }
    }
    this.touchpoints = come;
    this.transitions = taken;
  }

  private can(...rules: readonly Rule[]): boolean {
    if (this.budget.steps <= 0) return true;
    const visits = rules.flatMap(visitsIn).filter((id) => !this.touchpoints.has(id));
    const never = [...new Set(visits)].map((touchpoint): Rule => ({
      kind: 'visits',
      not: false,
      touchpoint,
      scope: 'journey',
      operator: 'equals',
      value: 0,
      to: 0,
    }));
    return this.judge(group('all', [...rules, ...never])) !== 'no';
  }

  /** Entries with a weight above 0 for the persona; all entries where no weight is above 0. */
  private entries(): readonly string[] {
    const all = entriesOf(this.map);
    const isWeighty = all.some((id) => {
      const { weight } = this.map.touchpoints[id] ?? {};
      return (
        weight && (weight.base > 0 || inOrder(weight.bySegment).some(([, row]) => row.value > 0))
      );
    });
    if (!isWeighty) return all;
    return all.filter((id) => {
      const weight = this.map.touchpoints[id]?.weight;
      return weight !== undefined && this.hasChance(weight, null);
    });
  }

  /** Is a row, or the base, above 0 for a customer of the persona who passes the rule? */
  private hasChance({ base, bySegment }: Transition['chance'], when: Rule | null): boolean {
    const passes = when ? [when] : [];
    const earlier: Rule[] = [];
    for (const [segment, { value }] of inOrder(bySegment)) {
      if (!Object.hasOwn(this.map.segments, segment)) continue;
      const member: Rule = { kind: 'segment', not: false, segment };
      if (value > 0 && this.can(...passes, member, group('none', earlier))) return true;
      earlier.push(member);
    }
    return base > 0 && this.can(...passes, group('none', earlier));
  }

  private obstacleTo(id: string, transition: Transition): Obstacle | null {
    const { from, when } = transition;
    if (when && !this.can(when)) return this.ruleObstacle(when);
    const before = this.outgoing.from(from);
    const rank = before.findIndex(([other]) => other === id);
    const isDecision = this.map.touchpoints[from]?.kind === 'decision';
    if (isDecision || transition.otherwise) {
      // At a decision all before it come first; elsewhere only those marked *otherwise* do.
      const earlier = before.slice(0, rank).filter(([, { otherwise }]) => isDecision || otherwise);
      if (earlier.some(([, { when: rule }]) => rule === null)) return blockedBy(earlier);
      const rules = earlier.flatMap(([, { when: rule }]) => rule ?? []);
      if (!this.can(...(when ? [when] : []), group('none', rules))) return blockedBy(earlier);
    }
    if (isDecision) return null;
    if (transition.otherwise) return this.leavesRest(from) ? null : { kind: 'no-rest' };
    return this.hasChance(transition.chance, when) ? null : { kind: 'no-chance' };
  }

  /** The smallest chances of the transitions leave something of 1. */
  private leavesRest(from: string): boolean {
    let least = 0;
    for (const [id, { chance, when, otherwise }] of this.outgoing.from(from)) {
      if (otherwise || when || this.isLifted(id)) continue;
      const rows = inOrder(chance.bySegment).map(([, { value }]) => value);
      least += Math.max(0, Math.min(chance.base, ...rows));
    }
    return restOf(least) > 0;
  }

  private isLifted(transition: string): boolean {
    return Object.values(this.map.campaigns).some(({ effects }) =>
      Object.values(effects).some(
        (effect) => effect.kind === 'lift' && effect.transition === transition,
      ),
    );
  }

  /** The first clause of the rule that no customer of the persona satisfies, with the values they can have. */
  private ruleObstacle(rule: Rule): Obstacle {
    const clause = mustHold(rule).find((part) => !this.can(part)) ?? null;
    const range =
      clause?.kind === 'attribute' && this.persona !== null
        ? domainsOfPersona(this.persona, this.seen).attribute(clause.attribute)
        : null;
    return { kind: 'rule', clause, range };
  }
}

const group = (match: RuleGroup['match'], rules: Rule[]): Rule => ({
  kind: 'group',
  not: false,
  match,
  rules,
});

const blockedBy = (transitions: readonly (readonly [string, Transition])[]): Obstacle => ({
  kind: 'earlier',
  transitions: transitions.map(([id]) => id),
});

/** Clauses that all have to hold for the rule to hold. */
function mustHold(rule: Rule): Clause[] {
  if (rule.kind !== 'group') return [rule];
  const isAll = rule.match === 'all' || rule.rules.length === 1;
  return rule.not || !isAll || rule.match === 'none' ? [] : rule.rules.flatMap(mustHold);
}

function visitsIn(rule: Rule): string[] {
  if (rule.kind === 'group') return rule.rules.flatMap(visitsIn);
  return rule.kind === 'visits' && rule.scope === 'journey' ? [rule.touchpoint] : [];
}
