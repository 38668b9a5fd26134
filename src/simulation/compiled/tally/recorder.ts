import { Accounts, CompiledEngine } from '../engine';
import type { Tables } from '../tables';
import { ArmRecorder } from './armRecorder';
import { AttributionRecorder } from './attributionRecorder';
import { BatchCounts } from './batchCounts';
import { GroupRecorder } from './groupRecorder';
import { PathCounts } from './pathCounts';
import { SpanRecorder } from './spanRecorder';
import { StageRecorder } from './stageRecorder';
import { MOST_PATHS, Tally } from './tally';
import { VisitRecorder } from './visitRecorder';
import { encodeWalk } from './walkCodes';

/** Runs the engine for the customers of a range and adds each walk to the tally. */
export class Recorder {
  private readonly sums: Tally;
  private readonly engine: CompiledEngine;
  private readonly batch: BatchCounts;
  private readonly paths = new PathCounts();
  private readonly visits: VisitRecorder;
  private readonly stages: StageRecorder;
  private readonly groups: GroupRecorder;
  private readonly arms: ArmRecorder;
  private readonly attribution: AttributionRecorder;
  private readonly spans: SpanRecorder;
  private readonly customers: number;
  private readonly hasCampaigns: boolean;

  constructor(tables: Tables, from: number, to: number) {
    const tally = new Tally(tables, from, to);
    const { layout, counts, series } = tally;
    const accounts = new Accounts(tables, series, (campaign) => {
      this.attribution.contact(campaign);
    });
    const engine = new CompiledEngine(tables, accounts, {
      effectRefused: (touchpoint) => (counts[layout.counts.effectRefused + touchpoint]! += 1),
      chancesOverOne: (touchpoint) => (counts[layout.counts.chancesOverOne + touchpoint]! += 1),
      noEntryWeight: () => (counts[layout.counts.noEntryWeight]! += 1),
    });
    const { settings, scenario } = tables.setup;
    this.sums = tally;
    this.engine = engine;
    this.batch = new BatchCounts(tables, tally);
    this.visits = new VisitRecorder(tables, engine, tally, this.batch);
    this.stages = new StageRecorder(tables, engine, tally);
    const source = { engine, accounts, tally };
    this.groups = new GroupRecorder(source, this.visits, this.stages, settings.grossMargin);
    this.arms = new ArmRecorder(tables.campaigns.length, engine, tally);
    this.attribution = new AttributionRecorder(tables, engine, tally);
    this.spans = new SpanRecorder(engine, tally);
    this.customers = scenario.customers;
    this.hasCampaigns = tables.campaigns.length > 0;
  }

  /** The tally of all customers recorded so far. */
  get tally(): Tally {
    this.batch.settle();
    this.paths.settle(this.sums.paths);
    return this.sums;
  }

  /** Simulates and records one customer; returns how many transitions they took. */
  walk(customer: number): number {
    const { engine, groups } = this;
    this.attribution.begin();
    if (!engine.walk(customer)) return 0;
    const { batches, personas, stages, spans } = this.sums.layout;
    const batch = Math.floor((customer * batches) / this.customers);
    this.batch.begin(batch, engine.log);
    this.visits.record();
    if (stages > 0) this.stages.record(this.visits.stageDays);
    groups.valueCustomer();
    groups.recordTotals(batch);
    if (engine.state.persona < personas) groups.record(batches + engine.state.persona);
    const { everMember } = engine;
    for (let s = 0; s < everMember.length; s += 1) {
      if (everMember[s] === 1) groups.record(batches + personas + s);
    }
    if (this.hasCampaigns) this.arms.record(groups.value.contribution);
    this.attribution.record();
    if (spans.length > 0) this.spans.record();
    this.sample(customer);
    return engine.log.length - 1;
  }

  /** Paths of the first customers, and evenly spread walks for replay. */
  private sample(customer: number): void {
    const { sums, engine } = this;
    if (customer < MOST_PATHS) {
      this.paths.add(engine.log);
      sums.compared += 1;
    }
    if (sums.walks.wants(customer)) sums.walks.add(customer, encodeWalk(engine.log));
  }
}
