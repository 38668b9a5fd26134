import type { ClockWork } from './clockWork';
import type { Worth } from './sums';

/** Flows over arcs (or out of states) added up over all ticks, with what each tick makes of them. */
export class FlowSums {
  /** Waits that begin within the run, and those that end within it. */
  readonly begun: Float64Array;
  readonly happens: Float64Array;
  /** Ticks of the waits that end, and their squares. */
  readonly ticks: Float64Array;
  readonly squares: Float64Array;
  /** Days waited up to the horizon, and their worth on day 0. */
  readonly days: Float64Array;
  readonly daysNow: Float64Array;
  private readonly now: Float64Array;
  private readonly counts: Float64Array;
  private readonly countsNow: Float64Array;
  private readonly clock: ClockWork;

  constructor(size: number, clock: ClockWork) {
    this.clock = clock;
    const zeros = () => new Float64Array(size);
    this.begun = zeros();
    this.happens = zeros();
    this.ticks = zeros();
    this.squares = zeros();
    this.days = zeros();
    this.daysNow = zeros();
    this.now = zeros();
    this.counts = zeros();
    this.countsNow = zeros();
  }

  /** A wait from one tick to another. */
  add(k: number, from: number, to: number, flow: number): void {
    const { clock } = this;
    this.begun[k]! += flow * clock.share(from);
    if (to > from) {
      this.days[k]! += flow * clock.days(from, to);
      this.daysNow[k]! += flow * clock.daysNow(from, to);
    }
    if (to > clock.last) return;
    const stays = flow * clock.happens[to]!;
    const length = to - from;
    this.happens[k]! += stays;
    this.ticks[k]! += stays * length;
    this.squares[k]! += stays * length * length;
    this.now[k]! += flow * clock.now[to]!;
    this.counts[k]! += flow * clock.counts[to]!;
    this.countsNow[k]! += flow * clock.countsNow[to]!;
  }

  /** How often what follows the wait happens and counts. */
  worth(k: number): Worth {
    return {
      happens: this.happens[k]!,
      counts: this.counts[k]!,
      now: this.now[k]!,
      countsNow: this.countsNow[k]!,
    };
  }
}
