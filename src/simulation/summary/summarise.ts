import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type {
  Estimate,
  Figures,
  GroupResult,
  RunNote,
  ReplicaNumbers,
  RunResult,
} from '../results';
import { attributionOf } from './attributionOf';
import { batchesOf } from './batches';
import { campaignResults } from './campaigns';
import { figuresOf, figuresOfReplica } from './figures';
import { walkPartsAtOnce, Replicas } from './replicas';
import { retentionCurve } from './retention';
import { pathsOf, walksOf } from './walks';

/** Reads numbers by name from a run or a replica of it; null = unknown. */
export type Measure = (figures: Figures) => Readonly<Record<string, Estimate | null>>;

/** What a result holds besides what was counted. */
export interface SummaryOptions {
  /** The map's revision, to be kept in the result; '' when not given. */
  readonly revision?: string;
  /** What fills `kpis` (`measureOf` of kpis/); without it they stay empty. */
  readonly measure?: Measure;
  /** The sample's tallies, where it has been walked already; they are used up. */
  readonly parts?: readonly Tally[];
}

/** The tally of a run, in words and ids. */
export function summarise(
  tables: Tables,
  tally: Tally,
  { revision = '', measure, parts = walkPartsAtOnce(tables, tally) }: SummaryOptions = {},
): RunResult {
  const { setup } = tables;
  const replicas = new Replicas(tally, parts);
  const figures = figuresOf(tables, replicas);
  const { total, outcomes, touchpoints, transitions, stages, spans, series } = figures;
  const measured = measure ? measureWith(measure, tables, figures, replicas) : NOT_MEASURED;
  const campaigns = campaignResults(tables, tally);
  return {
    format: 'desire-path-run',
    version: 2,
    map: { id: setup.map.id, revision },
    scenario: setup.scenarioId,
    seed: setup.scenario.seed,
    customers: { from: tally.from, to: tally.to, of: setup.scenario.customers },
    settings: setup.settings,
    total,
    outcomes,
    touchpoints,
    transitions,
    stages,
    personas: { ...figures.personas },
    segments: { ...figures.segments },
    campaigns,
    campaignFixedCost: Object.values(campaigns).reduce((sum, { fixedCost }) => sum + fixedCost, 0),
    kpis: measured.kpis,
    series: { ...series, retentionFit: retentionCurve(series.retention) },
    paths: pathsOf(tables, tally),
    attribution: attributionOf(tables, replicas),
    spans,
    walks: walksOf(tables, tally),
    batches: batchesOf(tables, tally),
    replicas: { share: replicas.share, kpis: measured.replicas },
    notes: notesOf(tables, tally, total),
  };
}

const NOT_MEASURED = { kpis: {}, replicas: {} };

/** What has an interval of its own keeps it; all else has that of its replicas. */
function measureWith(measure: Measure, tables: Tables, figures: Figures, replicas: Replicas) {
  const told = replicas.tallies.map((tally) => measure(figuresOfReplica(tables, tally)));
  const kpis: Record<string, Estimate> = {};
  const numbers: Record<string, ReplicaNumbers['kpis'][string]> = {};
  for (const [id, estimate] of Object.entries(measure(figures))) {
    if (!estimate) continue;
    const { value } = estimate;
    const values = told.map((each) => each[id]?.value ?? null);
    const interval = replicas.interval(
      value,
      values.map((each) => each ?? Number.NaN),
    );
    kpis[id] = { value, interval: estimate.interval ?? interval };
    numbers[id] = values;
  }
  return { kpis, replicas: numbers };
}

function notesOf(
  { setup, touchpointIds, cyclic }: Tables,
  { layout, counts, from, to }: Tally,
  { customers, ends }: GroupResult,
) {
  const notes: RunNote[] = [];
  const { id } = setup.map;
  const stopped = Math.round(ends.cutOff.value * customers);
  if (stopped > 0) notes.push({ code: 'cut-off', collection: 'map', id, count: stopped });
  notes.push(...setup.notes);
  touchpointIds.forEach((id, touchpoint) => {
    const refused = counts[layout.counts.effectRefused + touchpoint]!;
    const over = counts[layout.counts.chancesOverOne + touchpoint]!;
    if (refused > 0) {
      notes.push({ code: 'effect-refused', collection: 'touchpoints', id, count: refused });
    }
    if (over > 0)
      notes.push({ code: 'chances-over-one', collection: 'touchpoints', id, count: over });
  });
  const weightless = counts[layout.counts.noEntryWeight]!;
  if (weightless > 0) {
    notes.push({ code: 'no-entry-weight', collection: 'map', id, count: weightless });
  }
  for (const segment of cyclic) {
    notes.push({ code: 'segment-refers-to-itself', collection: 'segments', id: segment, count: 1 });
  }
  if (from !== 0 || to !== setup.scenario.customers) {
    notes.push({ code: 'partial', collection: 'map', id, count: to - from });
  }
  return notes;
}
