import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { Note, RunResult } from '../results';
import { attributionOf } from './attributionOf';
import { batchesOf } from './batches';
import { campaignResults } from './campaigns';
import { groupResult, totalsOf } from './groups';
import { spanResults, stageResults, touchpointResults, transitionResults } from './places';
import { seriesOf } from './series';
import { pathsOf, walksOf } from './walks';

/** The tally of a run, in words and ids. */
export function summarise(tables: Tables, tally: Tally, revision = ''): RunResult {
  const { setup } = tables;
  const { layout } = tally;
  const group = (from: number, to: number) =>
    groupResult(tables, layout, totalsOf(tally, from, to));
  const total = group(0, layout.batches);
  const one = (index: number) => group(layout.batches + index, layout.batches + index + 1);
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
    outcomes: total.outcomes,
    touchpoints: touchpointResults(tables, tally, total),
    transitions: transitionResults(tables, tally, total),
    stages: stageResults(tables, tally, total),
    personas: Object.fromEntries(tables.personaIds.map((id, index) => [id, one(index)])),
    segments: Object.fromEntries(
      tables.segmentIds.map((id, index) => [id, one(layout.personas + index)]),
    ),
    campaigns,
    campaignFixedCost: Object.values(campaigns).reduce((sum, { fixedCost }) => sum + fixedCost, 0),
    kpis: {},
    series: seriesOf(tally.series, setup.settings),
    paths: pathsOf(tables, tally),
    attribution: attributionOf(tables, tally),
    spans: spanResults(tables, tally),
    walks: walksOf(tables, tally),
    batches: batchesOf(tables, tally),
    notes: notesOf(tables, tally),
  };
}

function notesOf({ setup, touchpointIds, cyclic }: Tables, { layout, counts, from, to }: Tally) {
  const notes: Note[] = [...setup.notes];
  touchpointIds.forEach((id, spot) => {
    const refused = counts[layout.counts.effectRefused + spot]!;
    const over = counts[layout.counts.chancesOverOne + spot]!;
    if (refused > 0) {
      notes.push({ code: 'effect-refused', collection: 'touchpoints', id, count: refused });
    }
    if (over > 0)
      notes.push({ code: 'chances-over-one', collection: 'touchpoints', id, count: over });
  });
  const weightless = counts[layout.counts.noEntryWeight]!;
  const { id } = setup.map;
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
