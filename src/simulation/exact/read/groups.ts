import type { RunSetup } from '../../setup';
import { arrivalDays } from '../model';
import { type ExactPeriod, SeriesSums, type Solver, Stepped } from '../solve';
import type { ExactGroup } from './exactGroup';
import { SolvedGroup } from './solvedGroup';

/** The groups of a solved chain, each solved where it is first read; group 0 is everybody. */
export class SolvedGroups {
  private readonly setup: RunSetup;
  private readonly solver: Solver;
  private readonly known = new Map<number, ExactGroup>();
  private periods: readonly ExactPeriod[] | null = null;

  constructor(setup: RunSetup, solver: Solver) {
    this.setup = setup;
    this.solver = solver;
  }

  at(index: number): ExactGroup {
    const solved = this.known.get(index);
    if (solved) return solved;
    const series = index === 0 ? this.seriesSums() : null;
    const sums = series ? series.solver.sumsOf(0, series.sums) : this.solver.sumsOf(index);
    const group = new SolvedGroup(this.solver, index, sums);
    this.periods = series?.sums.close() ?? this.periods;
    this.known.set(index, group);
    return group;
  }

  /** Groups of a kind by record id. */
  byKind(kind: 'persona' | 'segment'): Record<string, ExactGroup> {
    const table: Record<string, ExactGroup> = {};
    this.solver.chain.groups.forEach((each, index) => {
      if (each.kind !== kind) return;
      Object.defineProperty(table, each.id, { enumerable: true, get: () => this.at(index) });
    });
    return table;
  }

  /** The series of everybody; see `ExactSolution.series`. */
  series(): readonly ExactPeriod[] | null {
    this.at(0);
    return this.periods;
  }

  /** What sums everybody by period, where all arrive on one day and there is a horizon. */
  private seriesSums(): { solver: Stepped; sums: SeriesSums } | null {
    const { solver, setup } = this;
    const { horizon } = setup.settings;
    if (!(solver instanceof Stepped) || horizon === null) return null;
    if (!solver.chain.model.options.moves) return null;
    const days = arrivalDays(setup);
    if (days?.length !== 1) return null;
    const { chain, lattice } = solver;
    return { solver, sums: new SeriesSums(chain, lattice.tick, horizon, days[0]!.day) };
  }
}
