import { fraction, valuesFor } from '../map/basics';
import { nameOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { RunSetup } from '../simulation';
import {
  exactFigures,
  type ExactSolution,
  NotExact,
  type RecordRef,
  solveExact,
  stageSpanOf,
  stageTableOf,
} from '../simulation/exact';
import { measureExact } from '../kpis';
import { english } from './english';
import { type CommandResult, Unusable } from './output';
import { type Results, publishedSeriesOf, tableOf } from './results';

type Group = Results['personas'][string];

const exactly = (value: number) => ({ value, interval: null });

/**
 * The same results without sampling: expectations, so no interval. KPIs that only a run can compute are
 * left out. @throws {Unusable} with the reason where the map is not exactly solvable.
 */
export function solveFile(
  path: string,
  map: JourneyMap,
  setup: RunSetup,
  revision: string,
): CommandResult {
  try {
    const solution = solveExact(map, setup.scenario);
    const results = resultsOf(solution, map, setup, revision);
    return {
      text: tableOf(results, map),
      json: results,
      findings: false,
    };
  } catch (error) {
    if (!(error instanceof NotExact)) throw error;
    const { key, record, because, count } = error.reason;
    const values = { record: calls(map, record), because: calls(map, because), count };
    throw new Unusable(`${path}: ${placeOf(record)}${english.t(key, values)}`);
  }
}

function placeOf(record: RecordRef | null): string {
  return record ? `/${record.collection}/${record.id}: ` : '';
}

function calls(map: JourneyMap, record: RecordRef | null): string {
  return record ? nameOf(map, record.collection, record.id, english.t) : '';
}

function resultsOf(
  solution: ExactSolution,
  map: JourneyMap,
  setup: RunSetup,
  revision: string,
): Results {
  const { total } = solution;
  const { customers } = setup.scenario;
  const left = leavings(map, solution);
  return {
    format: 'desire-path-results',
    version: 1,
    method: 'exact',
    map: { id: map.id, revision, title: map.title },
    scenario: setup.scenarioId,
    seed: setup.scenario.seed,
    customers: { from: 0, to: customers, of: customers },
    settings: { ...setup.settings },
    ends: valuesFor(Object.keys(total.ends), (end) => exactly(total.ends[end as 'outcome'])),
    outcomes: valuesFor(Object.keys(total.outcomes), (id) => ({
      ...exactly(total.outcomes[id] ?? 0),
      customers: (total.outcomes[id] ?? 0) * solution.customers,
    })),
    touchpoints: valuesFor(Object.keys(total.visits), (id) => {
      const reached = total.reached([id]);
      return {
        ...exactly(total.visits[id] ?? 0),
        reached: exactly(reached),
        dropOff: exactly(fraction(total.dropOffs[id] ?? 0, left[id] ?? 0)),
        customers: reached * solution.customers,
      };
    }),
    transitions: valuesFor(Object.keys(map.transitions), (id) => {
      const taken = total.taken[id] ?? 0;
      return {
        ...exactly(fraction(taken, left[map.transitions[id]?.from ?? ''] ?? 0)),
        count: taken * solution.customers,
      };
    }),
    stages: stagesOf(solution),
    personas: Object.fromEntries(
      Object.entries(solution.personas).map(([id, group]) => [id, groupOf(solution, id, group)]),
    ),
    segments: {},
    kpis: kpisOf(map, solution),
    series: solution.series ? publishedSeriesOf(exactFigures(solution).series.periods) : {},
    notes: [...setup.notes],
  };
}

function kpisOf(map: JourneyMap, solution: ExactSolution): Results['kpis'] {
  const told = Object.entries(measureExact(map, solution)).flatMap(([id, value]) =>
    value === null ? [] : [[id, exactly(value)] as const],
  );
  return Object.fromEntries(told);
}

/** Visits that were left, per customer, by touchpoint. */
function leavings(map: JourneyMap, { total }: ExactSolution): Record<string, number> {
  const left = { ...total.dropOffs };
  for (const [id, { from }] of Object.entries(map.transitions)) {
    left[from] = (left[from] ?? 0) + (total.taken[id] ?? 0);
  }
  return left;
}

/** A stage is reached by any of its touchpoints. */
function stagesOf(solution: ExactSolution, persona?: string): Results['stages'] {
  const stages = stageTableOf(solution);
  return valuesFor(Object.keys(stages), (id) => {
    const { started, completed } = stageSpanOf(solution, stages, id, persona);
    return { ...exactly(started), conversion: exactly(fraction(completed, started)) };
  });
}

function groupOf(solution: ExactSolution, persona: string, group: ExactSolution['total']): Group {
  return {
    ...exactly(group.share),
    customers: group.share * solution.customers,
    outcomes: valuesFor(Object.keys(group.outcomes), (id) => exactly(group.outcomes[id] ?? 0)),
    stages: stagesOf(solution, persona),
  };
}
