import { listUnder } from '../../map/basics';
import { changeRecord, clearReferences, type Edit, inTurn } from '../../map/edits';
import { perObject } from '../../map/memo';
import {
  type CollectionName,
  COLLECTIONS,
  isCollection,
  type JourneyMap,
  type Target,
} from '../../map/schema';
import { type ReferenceSite, referencesOf } from '../../map/shape';
import { clausesOf, isGone } from '../../rules';
import { type CheckRule, detailOf, type Fixer, type Finding } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';
import { ruleAt, rulesOf, withoutClauses } from '../rulesOf';

/**
 * References to what is no longer there. A deletion leaves those that would say more if they were
 * cleared: rules, and what a campaign, a KPI, a message or a saved view is limited to. Others are left
 * by a merge or a foreign tool.
 */
export const missingRecord: CheckRule = {
  id: 'missing-record',
  severity: 'error',
  check: (context) =>
    missingIn(context).filter(({ missing }) => missing.collection !== 'attributes'),
  everywhere: ['remove', 'clause', 'everybody', 'everything'],
  fixes: { remove: letGo(), clause: letGo(), everybody: letGo(), everything: letGo() },
};

interface Missing extends Finding {
  readonly missing: Target;
}

/** One finding for each record that points at nothing and what it points at; found once per check. */
export const missingIn: (context: CheckContext) => readonly Missing[] = perObject(findMissing);

function findMissing({ map }: CheckContext): Missing[] {
  const found = new Map<string, Missing>();
  for (const collection of COLLECTIONS) {
    for (const [record, value] of Object.entries<object>(map[collection])) {
      for (const site of referencesOf(collection, value)) {
        if (Object.hasOwn(map[site.to], site.id)) continue;
        const detail = `${site.to}/${site.id}`;
        found.set(`${collection}/${record} ${detail}`, {
          target: target(collection, record),
          missing: target(site.to, site.id),
          detail,
          cause: `missing:${detail}`,
          values: { name: findingName(map, collection, record), collection: site.to },
          ...saidOf(map, target(collection, record), site),
        });
      }
    }
  }
  return [...found.values()];
}

/** What does not work until it is mended, and the way to mend it that is on offer. */
const KEPT_BY: Partial<Record<CollectionName, Pick<Finding, 'variant' | 'severity' | 'fixes'>>> = {
  campaigns: { variant: 'campaign', fixes: ['everybody'] },
  kpis: { variant: 'kpi', fixes: ['everything'] },
  touchpoints: { variant: 'message', fixes: ['everybody'] },
  // It says how to look at the map and nothing of what the map means.
  views: { variant: 'view', severity: 'warning', fixes: ['remove'] },
};

function saidOf(map: JourneyMap, at: Target, { kept, to, id }: ReferenceSite): Partial<Finding> {
  if (!kept) return { fixes: ['remove'] };
  const rule = ruleAt(map, at);
  if (!rule) return KEPT_BY[at.collection] ?? { fixes: ['remove'] };
  const missing = { collection: to, id };
  const rest = withoutClauses(rule, (clause) => isGone(clause, map, missing));
  const through = at.collection === 'segments' ? ruledThrough(map, at.id) : [];
  return {
    variant: 'rule',
    fixes: [rest === null ? 'everybody' : 'clause'],
    ...(through.length > 0 && { also: through }),
  };
}

/** Other records a finding lists at most. */
const MOST_ALSO = 100;

/** The rules that hold for nobody, too, because they name a segment whose rule is broken. */
function ruledThrough(map: JourneyMap, segment: string): Target[] {
  const found = new Map<string, Target>();
  const queue = [...(namers(map).get(segment) ?? [])];
  for (let at = queue.pop(); at && found.size < MOST_ALSO; at = queue.pop()) {
    const key = `${at.collection}/${at.id}`;
    if (found.has(key) || key === `segments/${segment}`) continue;
    found.set(key, at);
    if (at.collection === 'segments') queue.push(...(namers(map).get(at.id) ?? []));
  }
  return [...found.values()];
}

/** By segment, whose rules name it. */
const namers = perObject((map: JourneyMap): ReadonlyMap<string, readonly Target[]> => {
  const found = new Map<string, Target[]>();
  for (const { target: at, rule } of rulesOf(map)) {
    for (const clause of clausesOf(rule)) {
      if (clause.kind !== 'segment') continue;
      listUnder(found, clause.segment, at);
    }
  }
  return found;
});

/** Takes the references of the record out, those that a deletion keeps, too. */
export function letGo(): Fixer {
  return ({ map }, problem) => {
    const at = problem.target;
    const [collection, id] = detailOf(problem).split('/');
    if (!at || !Object.hasOwn(map[at.collection], at.id)) return null;
    if (!isCollection(collection) || id === undefined || Object.hasOwn(map[collection], id))
      return null;
    const clear = clearReferences(target(collection, id), at);
    return inTurn(clear, ...wholeMap(map, at, id));
  };
}

/** A KPI that is read nowhere in particular is read from the whole map. */
function wholeMap(map: JourneyMap, { collection, id }: Target, missing: string): Edit[] {
  if (collection !== 'kpis' || map.kpis[id]?.scope.id !== missing) return [];
  return [changeRecord('kpis', id, { scope: { kind: 'map', id: null } })];
}
