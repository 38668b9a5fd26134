import * as z from 'zod';
import { mapValues, without } from '../map/basics';
import { hasTime, nameOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import {
  type Estimate as EstimateOf,
  type GroupResult,
  type RunResult,
  shareOf,
} from '../simulation';
import { english } from './english';

/** What `simulate --json` and `merge-runs --json` print; published as `public/schema/journey-results-1.json`. */

const Interval = z
  .tuple([z.number(), z.number()])
  .nullable()
  .describe('95 % interval; null where the number is exact or nothing was observed');
const Estimate = z.object({ value: z.number(), interval: Interval });
const byId = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);

const Figure = Estimate.extend({ from: z.number(), to: z.number() }).describe(
  'one period on the run clock, in days',
);

const Group = Estimate.extend({
  customers: z.number(),
  outcomes: byId(Estimate),
  stages: byId(Estimate.extend({ conversion: Estimate })),
}).describe(
  'share of all customers; of this group, the share that reached each outcome and stage, and of the latter the share that went on to a later one',
);

/** Version 1 of the format: a field may be added, not changed. */
export const Results = z
  .object({
    format: z.literal('desire-path-results'),
    version: z.literal(1),
    method: z.enum(['sampled', 'exact']),
    map: z.object({ id: z.string(), revision: z.string(), title: z.string() }),
    scenario: z.string().nullable().describe('null = the map as it is'),
    seed: z.number().int(),
    customers: z
      .object({ from: z.number().int(), to: z.number().int(), of: z.number().int() })
      .describe('the customers walked, from ≤ i < to, of the run'),
    settings: z.record(z.string(), z.unknown()).describe('every convention as it was used'),
    ends: byId(Estimate).describe('shares of customers by how their walk ended; they sum to 1'),
    outcomes: byId(Estimate.extend({ customers: z.number() })).describe('share that reached it'),
    touchpoints: byId(
      Estimate.extend({ reached: Estimate, dropOff: Estimate, customers: z.number() }),
    ).describe('visits per customer; share that came here; share of its visits that ended here'),
    transitions: byId(Estimate.extend({ count: z.number() })).describe(
      'share of the visits that left by it',
    ),
    stages: byId(Estimate.extend({ conversion: Estimate })).describe(
      'share that reached it; of those, share that went on to a later one',
    ),
    personas: byId(Group).describe('by persona, where the map has any'),
    segments: byId(Group).describe('by segment: who was a member at any entry of their walk'),
    kpis: byId(Estimate),
    series: byId(z.array(Figure)).describe('by figure: its value in every period'),
    notes: z.array(
      z.object({ code: z.string(), collection: z.string(), id: z.string(), count: z.number() }),
    ),
    part: z
      .unknown()
      .optional()
      .describe('of a run with --from or --to: what merge-runs needs; not for other readers'),
  })
  .meta({ title: 'Results of a run' });
export type Results = z.infer<typeof Results>;

const copy = ({ value, interval }: EstimateOf): z.infer<typeof Estimate> => ({
  value,
  interval: interval && [interval[0], interval[1]],
});

function groupOf(
  { customers, outcomes, stages }: GroupResult,
  of: number,
): Results['personas'][string] {
  return {
    ...copy(shareOf(customers, of)),
    customers,
    outcomes: mapValues(outcomes, ({ share }) => copy(share)),
    stages: mapValues(stages, ({ share, conversion }) => ({
      ...copy(share),
      conversion: copy(conversion),
    })),
  };
}

/** A run in the published form. */
export function resultsOf(run: RunResult, title: string): Results {
  return {
    format: 'desire-path-results',
    version: 1,
    method: 'sampled',
    map: { ...run.map, title },
    scenario: run.scenario,
    seed: run.seed,
    customers: run.customers,
    settings: { ...run.settings },
    ends: mapValues({ ...run.total.ends }, copy),
    outcomes: mapValues(run.outcomes, ({ share, customers }) => ({ ...copy(share), customers })),
    touchpoints: mapValues(run.touchpoints, (each) => ({
      ...copy(each.visitsPerCustomer),
      reached: copy(each.reachedShare),
      dropOff: copy(each.dropOffShare),
      customers: each.reached,
    })),
    transitions: mapValues(run.transitions, ({ share, count }) => ({ ...copy(share), count })),
    stages: mapValues(run.stages, ({ reached, conversion }) => ({
      ...copy(reached),
      conversion: copy(conversion),
    })),
    personas: mapValues(run.personas, (group) => groupOf(group, run.total.customers)),
    segments: mapValues(run.segments, (group) => groupOf(group, run.total.customers)),
    kpis: mapValues(run.kpis, copy),
    series: publishedSeriesOf(run.series.periods),
    notes: [...run.notes],
  };
}

type Period = RunResult['series']['periods'][number];

/** Periods in the published form. */
export function publishedSeriesOf(periods: readonly Period[]): Results['series'] {
  const figures = Object.keys(periods[0]?.intervals ?? {}) as (keyof Period['intervals'])[];
  return Object.fromEntries(
    figures.map((figure) => [
      figure,
      periods.map(({ from, to, intervals, ...period }) => ({
        from,
        to,
        ...copy({ value: period[figure], interval: intervals[figure] }),
      })),
    ]),
  );
}

/** The ends, the outcomes and the KPIs for people, a line each. */
export function tableOf({ ends, outcomes, kpis }: Results, map: JourneyMap): string {
  const lines = (
    table: Record<string, z.infer<typeof Estimate>>,
    called: (id: string) => string = (id) => id,
  ) =>
    Object.entries(table).map(([id, { value, interval }]) => {
      const range = interval ? `\t${interval.map((end) => end.toPrecision(4)).join(' – ')}` : '';
      return `${called(id)}\t${value.toPrecision(6)}${range}\n`;
    });
  // An id counts within its collection: a KPI and an outcome may bear the same one.
  const name = (collection: 'touchpoints' | 'kpis') => (id: string) =>
    nameOf(map, collection, id, english.t);
  // What takes no time leaves nobody in the journey.
  const over = without(ends, ['inJourney']);
  return [
    lines(hasTime(map) ? ends : over),
    lines(outcomes, name('touchpoints')),
    lines(kpis, name('kpis')),
  ]
    .flat()
    .join('');
}
