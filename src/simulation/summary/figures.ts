import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { Figures, GroupResult } from '../results';
import { groupResult, type GroupTotals, totalsOf } from './groups';
import { spanResults, stageResults, touchpointResults } from './places';
import { type Replicas, type Estimator, estimatorOf } from './replicas';
import { periodsOf, seriesOf } from './series';

/** Returns numbers of whatever is made of a tally. */
type EstimatorOf = <Source>(make: (tally: Tally) => Source) => Estimator<Source>;

const itself = (tally: Tally) => tally;

/** The numbers of a run, in words and ids, with intervals. */
export function figuresOf(tables: Tables, replicas: Replicas): Figures {
  return new TallyFigures(tables, replicas.run, (make) => replicas.estimate(make));
}

/** The numbers of a replica: each part is made when it is first asked for, for few ever are. */
export function figuresOfReplica(tables: Tables, tally: Tally): Figures {
  return new TallyFigures(tables, tally, (make) => estimatorOf(make(tally)));
}

class TallyFigures implements Figures {
  private readonly tables: Tables;
  private readonly tally: Tally;
  private readonly estimate: EstimatorOf;
  private readonly made = new Map<string, unknown>();

  constructor(tables: Tables, tally: Tally, estimate: EstimatorOf) {
    this.tables = tables;
    this.tally = tally;
    this.estimate = estimate;
  }

  private once<Part>(name: string, make: () => Part): Part {
    if (!this.made.has(name)) this.made.set(name, make());
    // It was made by this very call, or by one like it.
    return this.made.get(name) as Part;
  }

  private group(from: number, to: number): GroupResult {
    const { tables, tally } = this;
    const totals = (of: Tally): GroupTotals => totalsOf(of, from, to);
    return groupResult(tables, tally.layout, totals(tally), this.estimate(totals));
  }

  private groups(ids: readonly string[], first: number): Readonly<Record<string, GroupResult>> {
    const groups = {};
    ids.forEach((id, index) => {
      const at = first + index;
      Object.defineProperty(groups, id, {
        enumerable: true,
        get: () => this.once(`group ${String(at)}`, () => this.group(at, at + 1)),
      });
    });
    return groups;
  }

  get settings() {
    return this.tables.setup.settings;
  }
  get total() {
    return this.once('total', () => this.group(0, this.tally.layout.batches));
  }
  get outcomes() {
    return this.total.outcomes;
  }
  get transitions() {
    return this.total.transitions;
  }
  get personas() {
    const { layout } = this.tally;
    return this.once('personas', () => this.groups(this.tables.personaIds, layout.batches));
  }
  get segments() {
    const { batches, personas } = this.tally.layout;
    return this.once('segments', () => this.groups(this.tables.segmentIds, batches + personas));
  }
  get touchpoints() {
    const { tables, tally } = this;
    return this.once('touchpoints', () =>
      touchpointResults(tables, tally, this.total, this.estimate(itself)),
    );
  }
  get stages() {
    const { tables, tally } = this;
    return this.once('stages', () =>
      stageResults(tables, tally, this.total, this.estimate(itself)),
    );
  }
  get spans() {
    const { tables, tally } = this;
    return this.once('spans', () => spanResults(tables, tally, this.estimate(itself)));
  }
  get series() {
    const { settings, tally } = this;
    const periods = (of: Tally) => periodsOf(of.series, settings);
    return this.once('series', () =>
      seriesOf(tally.series, settings, this.total.customers, this.estimate(periods)),
    );
  }
}
