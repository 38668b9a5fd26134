import { changeRecord } from '../../map/edits';
import { type RecordEntry, exceedsOne, inOrder } from '../../map/records';
import type { JourneyMap, Rule, Transition } from '../../map/schema';
import { canHoldTogether, type OverlapVerdict, type Wanted } from '../../rules';
import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';

/** Sets of segments and rules looked through at one touchpoint: 2^8. */
const MOST_CONDITIONS = 8;

/** More than everybody cannot go on. Looked at for the base and for whoever is in several segments. */
export const chancesOverOne: CheckRule = {
  id: 'chances-over-one',
  severity: 'error',
  *check({ held: context }) {
    const { map, touchpoints } = context;
    const verdicts: Verdicts = new Map();
    for (const [id] of touchpoints) {
      const found = excessAt(context, id, verdicts);
      if (!found) continue;
      const names = found.segments.map((segment) => findingName(map, 'segments', segment));
      yield {
        target: target('touchpoints', id),
        severity: found.verdict === 'yes' ? 'error' : 'warning',
        variant: names.length > 0 ? 'segments' : found.isConditional ? 'rules' : 'base',
        values: {
          name: findingName(map, 'touchpoints', id),
          sum: found.sum,
          segments: names.join(' + '),
        },
        also: found.parts.map(({ id }) => target('transitions', id)),
        fixes: ['scale'],
      };
    }
  },
  fixes: {
    /** Until nobody's chances are over 1: each round makes the chances of one group of people sum to 1. */
    scale({ held: context }, problem) {
      const id = targetIdIn(context.map, problem, 'touchpoints');
      if (id === null || !excessAt(context, id)) return null;
      return (draft) => {
        for (let found = excessAt(context, id); found;) {
          for (const { id, segment, chance } of found.parts) {
            changeRecord('transitions', id, (transition) => {
              const row = segment === null ? undefined : transition.chance.bySegment[segment];
              const scaled = chance / (found?.sum ?? 1);
              if (row) row.value = scaled;
              else transition.chance.base = scaled;
            })(draft);
          }
          const now = context
            .outOf(id)
            .map(([id, before]): RecordEntry<Transition> => [id, draft.transitions[id] ?? before]);
          found = excessAmong(now, context.map);
        }
      };
    },
  },
};

interface Excess {
  readonly sum: number;
  /** Segments whose members it happens to. */
  readonly segments: readonly string[];
  /** Does it depend on rules or segments at all? */
  readonly isConditional: boolean;
  readonly verdict: OverlapVerdict;
  /** The chances that make the sum, and the row each comes from; null = the base. */
  readonly parts: readonly { id: string; segment: string | null; chance: number }[];
}

/** Answers by what was asked: touchpoints mostly tell the same segments apart. */
type Verdicts = Map<string, OverlapVerdict>;

function excessAt(
  { map, outOf }: CheckContext,
  id: string,
  verdicts: Verdicts = new Map(),
): Excess | null {
  const kind = map.touchpoints[id]?.kind;
  return kind === 'entry' || kind === 'touchpoint' ? excessAmong(outOf(id), map, verdicts) : null;
}

function excessAmong(
  all: readonly RecordEntry<Transition>[],
  map: JourneyMap,
  verdicts: Verdicts = new Map(),
): Excess | null {
  const transitions = all.filter(([, { otherwise }]) => !otherwise);
  const most = transitions.reduce((sum, [, { chance }]) => sum + highest(chance), 0);
  // Most touchpoints end here: not even the highest rows together are too much.
  if (!exceedsOne(most)) return null;
  const conditions = conditionsOf(transitions, map);
  const index = new Map(conditions.map(({ key }, place) => [key, place]));
  const plans = transitions.map((transition) => planOf(transition, index));
  for (let set = 0; set < 2 ** Math.min(conditions.length, MOST_CONDITIONS); set += 1) {
    const isIn = (condition: number) => (set >> condition) % 2 === 1;
    const chosen = plans
      .filter(({ when }) => when === null || isIn(when))
      .map(({ id, base, rows }) => rows.find((row) => isIn(row.condition)) ?? { id, ...base });
    const sum = chosen.reduce((total, { chance }) => total + chance, 0);
    if (!exceedsOne(sum)) continue;
    const question = JSON.stringify([set, conditions.map(({ key }) => key)]);
    const verdict = verdicts.get(question) ?? possible(conditions, set, map);
    verdicts.set(question, verdict);
    if (verdict === 'no') continue;
    const segments = [...new Set(chosen.flatMap(({ segment }) => segment ?? []))];
    return { sum, segments, isConditional: set > 0, verdict, parts: chosen };
  }
  return null;
}

/** Can somebody be in just this set of the conditions? */
function possible(
  conditions: readonly { rule: Rule }[],
  set: number,
  map: JourneyMap,
): OverlapVerdict {
  const wanted = conditions.map(({ rule }, condition): Wanted => ({
    rule,
    holds: condition < MOST_CONDITIONS && (set >> condition) % 2 === 1,
  }));
  return wanted.length === 0 ? 'yes' : canHoldTogether(wanted, map);
}

/** The chances of one transition, each with the place of the condition it waits for. */
function planOf(
  [id, { when, chance }]: RecordEntry<Transition>,
  index: ReadonlyMap<string, number>,
) {
  const rows = inOrder(chance.bySegment).flatMap(([segment, { value }]) => {
    const condition = index.get(segment);
    return condition === undefined ? [] : [{ id, segment, chance: value, condition }];
  });
  return {
    id,
    when: when === null ? null : (index.get(keyOf(when)) ?? null),
    base: { segment: null, chance: chance.base },
    rows,
  };
}

function highest({ base, bySegment }: Transition['chance']): number {
  return Object.values(bySegment).reduce((most, { value }) => Math.max(most, value), base);
}

const keyOf = (rule: Rule) => JSON.stringify(rule);

/** What decides the chances: segments with a row, rules of transitions; each once. */
function conditionsOf(transitions: readonly RecordEntry<Transition>[], map: JourneyMap) {
  const found = new Map<string, Rule>();
  for (const [, { when, chance }] of transitions) {
    if (when) found.set(keyOf(when), when);
    for (const segment of Object.keys(chance.bySegment)) {
      if (Object.hasOwn(map.segments, segment)) {
        found.set(segment, { kind: 'segment', not: false, segment });
      }
    }
  }
  return Array.from(found, ([key, rule]) => ({ key, rule }));
}
