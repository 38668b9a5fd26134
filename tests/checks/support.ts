import { fixFor, problems } from '../../src/checks';
import type { Problem, RuleId } from '../../src/checks';
import { applyEdit } from '../../src/map/edits';
import { JourneyMap, type JourneyMapInput } from '../../src/map/schema';

export const TODAY = '2026-06-15';

/** `stage` → `stage-------`: a readable id that is valid. */
export const id = (name: string) => name.padEnd(12, '-');

type Tables = Partial<Omit<JourneyMapInput, 'format' | 'version' | 'id'>>;

export function mapOf(tables: Tables): JourneyMap {
  return JourneyMap.parse({ format: 'journey-map', version: 1, id: id('map'), ...tables });
}

/** A transition with everybody's chance, unless told otherwise. */
export function way(from: string, to: string, more: object = {}) {
  return { from: id(from), to: id(to), chance: { base: 1 }, ...more };
}

/** Transitions `a-b`, each between two ids by name. */
export function ways(...list: readonly ReturnType<typeof way>[]) {
  return Object.fromEntries(list.map((one, index) => [id(`way-${index}`), one]));
}

/** Start → middle → end, all of it in order: a map without errors or warnings. */
export function soundMap(more: Tables = {}): JourneyMap {
  const reviewedAt = '2026-06-01';
  return mapOf({
    stages: { [id('stage')]: { name: 'Only stage' } },
    ...more,
    touchpoints: {
      [id('start')]: { name: 'Start', kind: 'entry', stage: id('stage'), reviewedAt },
      [id('middle')]: {
        name: 'Middle',
        stage: id('stage'),
        reviewedAt,
        position: { x: 0, y: 100 },
      },
      [id('end')]: {
        name: 'End',
        kind: 'outcome',
        stage: id('stage'),
        reviewedAt,
        position: { x: 0, y: 200 },
      },
      ...more.touchpoints,
    },
    transitions: {
      [id('go')]: way('start', 'middle'),
      [id('finish')]: way('middle', 'end'),
      ...more.transitions,
    },
  });
}

export function found(map: JourneyMap, rule: RuleId): Problem[] {
  return problems(map, { today: TODAY }).filter((problem) => problem.rule === rule);
}

/** The map after one fix of one problem, checked as every edit is. */
export function fixed(map: JourneyMap, problem: Problem | undefined, fix: string): JourneyMap {
  const edit = problem && fixFor(map, problem, fix, { today: TODAY });
  if (!edit) throw new Error(`no fix ${fix}`);
  return applyEdit(map, edit).map;
}
