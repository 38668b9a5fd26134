import { sumOf } from '../../map/basics';
import type { JourneyMap } from '../../map/schema';
import { tallyRange } from '../../simulation';
import { compileTables } from '../../simulation/compiled/tables';
import { NotExact, type Reason, solveNearly } from '../../simulation/exact';
import type { Batches, Estimate, Headline } from '../../simulation/results';
import { setUp } from '../../simulation/setup';
import type { BatchMetric } from '../../simulation/statistics';
import { batchesOf, headlineOf } from '../../simulation/summary';
import { judged, judgedExactly, judgedMetric } from '../yardstick';

/** What is asked of a map that is just being changed. */
export interface LiveQuestion {
  readonly map: JourneyMap;
  readonly scenario: string | null;
  readonly seed: number;
  /** Of the run that would be made. */
  readonly customers: number;
  /** Computed where that can be done, or sampled whatever could be. */
  readonly means: 'computed' | 'sampled';
}

/** What the map says as it is now, returned at once. */
export interface LiveAnswer {
  /** By the map's yardstick: profit, or the share that reaches its goal. */
  readonly figure: Estimate;
  /** Customers walked for it; null = none had to be: it is computed. */
  readonly sampled: number | null;
  /** Days of a step of the grid of time it is computed on; null = exact, or sampled. */
  readonly step: number | null;
  /** The same with each batch of the customers walked left out; empty where it is computed. */
  readonly without: readonly number[];
  /** Why it is sampled and not computed. */
  readonly reason: Reason | null;
}

/** Customers walked where nothing better can be had at once: the first of the run, with its luck. */
const FEW = 2_000;
/**
 * A solver that took longer than this (in ms) twice running is not asked again while the map goes on
 * changing; once may be the code that was just loaded.
 */
const PATIENCE = 400;
/** A map of more situations than this would take longer. */
const MOST_STATES = 10_000;

/** Answers one question after another, and remembers of which maps the solver need not be asked. */
export function answerer(
  now = () => performance.now(),
): (question: LiveQuestion) => LiveAnswer | null {
  let refused: {
    readonly id: string;
    readonly reason: Reason | null;
    readonly until: number;
  } | null = null;
  let isSlow = false;
  return (question) => {
    if (question.means === 'sampled') return sampledAnswer(question, null);
    const id = `${question.map.id} ${String(question.scenario)}`;
    const asks = refused?.id !== id || now() > refused.until;
    let reason = asks ? null : (refused?.reason ?? null);
    if (asks) {
      const begun = now();
      try {
        const answer = computedAnswer(question);
        const wasSlow = isSlow;
        isSlow = now() - begun > PATIENCE;
        refused = isSlow && wasSlow ? { id, reason: null, until: now() + REMEMBERED } : null;
        return answer;
      } catch (error) {
        if (!(error instanceof NotExact)) throw error;
        ({ reason } = error);
        refused = { id, reason, until: now() + REMEMBERED };
      }
    }
    return sampledAnswer(question, reason);
  };
}

/** For how long a refusal is believed, in ms: a drag lasts no longer, and the next edit may change it. */
const REMEMBERED = 2_000;

function computedAnswer({ map, scenario, seed, customers }: LiveQuestion): LiveAnswer {
  const near = solveNearly(map, scenario, { seed, customers, maxStates: MOST_STATES });
  return {
    figure: judgedExactly(near, map),
    sampled: null,
    step: near.step,
    without: [],
    reason: null,
  };
}

function sampledAnswer(
  { map, scenario, seed, customers }: LiveQuestion,
  reason: Reason | null,
): LiveAnswer | null {
  const count = Math.min(FEW, customers);
  const tables = compileTables(setUp(map, scenario, { seed, customers: count }));
  const tally = tallyRange(tables, { from: 0, to: count });
  const headline: Headline | null = headlineOf(tables, tally);
  if (!headline) return null;
  const without = leftOut(batchesOf(tables, tally), judgedMetric(map));
  return { figure: judged(headline, map), sampled: count, step: null, without, reason };
}

/** The figure of all the customers but one batch, for each batch. */
function leftOut({ customers, sums }: Batches, metric: BatchMetric): number[] {
  return customers.map((own, batch) => {
    const rest = (name: string) => sumOf(sums[name] ?? []) - (sums[name]?.[batch] ?? 0);
    return metric(rest, sumOf(customers) - own);
  });
}
