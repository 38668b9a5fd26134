import type { Delay } from '../../../map/schema';
import { fixedWait, type Wait, waitOf } from './waits';

/** The waits of a map, each once: delays that take the same time share an index. */
export class WaitList {
  readonly all: Wait[] = [];
  private readonly indexes = new Map<Wait, number>();
  private readonly fixed = new Map<number, Wait>();

  /** The index of a delay's wait, which is added at the first call. */
  indexOf(delay: Delay): number {
    const wait = waitOf(delay);
    return this.place(wait.fixed === null ? wait : this.sharedFixed(wait.fixed));
  }

  /** One wait for all delays of a fixed number of days, whatever their family. */
  private sharedFixed(days: number): Wait {
    const shared = this.fixed.get(days) ?? fixedWait(days);
    this.fixed.set(days, shared);
    return shared;
  }

  private place(wait: Wait): number {
    let index = this.indexes.get(wait);
    if (index === undefined) {
      index = this.all.length;
      this.all.push(wait);
      this.indexes.set(wait, index);
    }
    return index;
  }
}
