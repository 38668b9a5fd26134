import { type ExactModel, FORGOTTEN, type Memory, type TransitionModel } from '../model';
import { beginningOf } from './beginning';
import { type Choice, choose } from './choices';
import { enter } from './enter';
import { EntryEvents } from './entryEvents';
import { passTime, priceOf } from './passTime';
import { SEEN } from './settle';
import { tooManyStates } from './tooManyStates';
import { CLOCK_TOLERANCE } from '../../clock';
import type { Chain } from './chain';

/** How far a chain is followed. */
export interface ChainOptions {
  /** Largest number of states; beyond it the map counts as not exactly solvable. */
  readonly maxStates: number;
  /** Begin here instead of at the entries. */
  readonly start?: string | undefined;
  /** Coming here ends the walk. */
  readonly stop?: string | undefined;
  /** Follow transitions of chance 0 too. */
  readonly unused: boolean;
}

/** States of a chain that is solved while somebody waits. */
export const MOST_STATES = 40_000;

/** All states customers can come to, found breadth-first from the entries. */
export function chainOf(model: ExactModel, options: ChainOptions): Chain {
  return new Builder(model, options).build();
}

class Builder {
  private readonly model: ExactModel;
  private readonly options: ChainOptions;
  private readonly stop: number;
  private readonly states = new Map<string, number>();
  private readonly memories: Memory[] = [];
  private readonly touchpoints: number[] = [];
  private readonly choices: Choice[] = [];
  private readonly choiceAt = new Map<string, number>();
  private readonly entryEvents = new EntryEvents();
  private readonly arcs = {
    target: [] as number[],
    chance: [] as number[],
    branch: [] as number[],
    transition: [] as number[],
    wait: [] as number[],
    entryEvent: [] as number[],
  };

  constructor(model: ExactModel, options: ChainOptions) {
    this.model = model;
    this.options = options;
    this.stop = options.stop === undefined ? -1 : this.indexOf(options.stop);
  }

  private indexOf(id: string): number {
    return this.model.touchpoints.findIndex((touchpoint) => touchpoint.id === id);
  }

  build(): Chain {
    const { model, arcs } = this;
    const { start, unused } = this.options;
    const { groups, starts } = beginningOf(
      model,
      start === undefined ? null : this.indexOf(start),
      {
        stateOf: (touchpoint, memory) => this.stateOf(touchpoint, memory),
        eventOf: (event) => this.entryEvents.place(event),
      },
    );
    const first: number[] = [0];
    const choice: number[] = [];
    const drop: number[] = [];
    for (let s = 0; s < this.touchpoints.length; s += 1) {
      const touchpoint = model.touchpoints[this.touchpoints[s]!]!;
      if (touchpoint.kind === 'outcome' || touchpoint.index === this.stop) {
        choice.push(-1);
        drop.push(0);
      } else {
        const index = this.choiceOf(touchpoint.index, this.memories[s]!);
        const { options, otherwise, rest } = this.choices[index]!;
        choice.push(index);
        drop.push(otherwise === null ? rest : 0);
        for (const { transition, chance } of options) {
          if (chance > 0 || unused) this.follow(s, transition, chance);
        }
        if (otherwise && (rest > 0 || unused)) this.follow(s, otherwise, rest);
      }
      first.push(arcs.target.length);
    }
    const { at } = model;
    const size = this.touchpoints.length;
    const flag = (k: number, value: number) =>
      Uint8Array.from(this.memories, (memory) => (k >= 0 && memory[k] === value ? 1 : 0));
    return {
      model,
      size,
      touchpoint: Int32Array.from(this.touchpoints),
      choice: Int32Array.from(choice),
      choices: this.choices,
      price: Float64Array.from(this.memories, (memory) => priceOf(model, memory)),
      priceSource: Int32Array.from(this.memories, (memory) =>
        model.options.priceSource && at.price >= 0 ? Math.max(0, memory[at.price]!) - 1 : -1,
      ),
      acquired: flag(at.acquired, 1),
      seen: flag(at.seen, SEEN.done),
      isEnd: Uint8Array.from(choice, (index) => (index < 0 ? 1 : 0)),
      drop: Float64Array.from(drop),
      first: Int32Array.from(first),
      target: Int32Array.from(arcs.target),
      chance: Float64Array.from(arcs.chance),
      branch: Float64Array.from(arcs.branch),
      transition: Int32Array.from(arcs.transition),
      wait: Int32Array.from(arcs.wait),
      entryEvent: Int32Array.from(arcs.entryEvent),
      entryEvents: this.entryEvents.list,
      starts,
      groups,
    };
  }

  private follow(state: number, transition: TransitionModel, chance: number): void {
    const { model, arcs } = this;
    const touchpoint = model.touchpoints[transition.to]!;
    const memory = [...this.memories[state]!];
    passTime(
      model,
      memory,
      model.waits[transition.wait]!.fixed,
      transition,
      model.live.in[transition.to]!,
    );
    const { clock } = model.at;
    const { horizon } = model.setup.settings;
    // Beyond the horizon nobody looks; without this a calendar would have no last day.
    if (clock >= 0 && horizon !== null && memory[clock]! > horizon + CLOCK_TOLERANCE) {
      memory[clock] = horizon + 1;
    }
    enter(model, touchpoint, memory, transition, (branch, after, entryEvent) => {
      arcs.target.push(this.stateOf(transition.to, after));
      arcs.chance.push(chance * branch);
      arcs.branch.push(branch);
      arcs.transition.push(transition.index);
      arcs.wait.push(transition.wait);
      arcs.entryEvent.push(this.entryEvents.place(entryEvent));
    });
  }

  private stateOf(touchpoint: number, memory: Memory): number {
    const { model, states } = this;
    const { at } = model;
    const isSeen = at.seen >= 0 && memory[at.seen] === SEEN.done;
    const kept = (isSeen ? model.keptUnwatched : model.kept)[touchpoint]!;
    let key = String(touchpoint);
    for (const k of kept) key += ` ${String(memory[k])}`;
    let state = states.get(key);
    if (state === undefined) {
      state = this.touchpoints.length;
      if (state >= this.options.maxStates)
        throw tooManyStates(model, this.memories, this.options.maxStates);
      states.set(key, state);
      this.touchpoints.push(touchpoint);
      this.memories.push(keep(memory, kept));
    }
    return state;
  }

  private choiceOf(touchpoint: number, memory: Memory): number {
    const { choiceReads } = this.model.touchpoints[touchpoint]!;
    let key = String(touchpoint);
    for (const k of choiceReads) key += ` ${String(memory[k])}`;
    let index = this.choiceAt.get(key);
    if (index === undefined) {
      index = this.choices.length;
      this.choices.push(choose(this.model.touchpoints[touchpoint]!, memory, this.model.campaigns));
      this.choiceAt.set(key, index);
    }
    return index;
  }
}

/** The memory without what can matter no more. */
function keep(memory: Memory, kept: readonly number[]): Memory {
  const left = new Array<number>(memory.length).fill(FORGOTTEN);
  for (const k of kept) left[k] = memory[k]!;
  return left;
}
