import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';

/** Marks a transition in a config and in XState's node alike; no JSON has it, so nobody reads it. */
export const MARK = Symbol('mark');

export interface TransitionConfig {
  [MARK]: number;
  target?: string;
  guard?: string;
}
type Transitions = TransitionConfig | TransitionConfig[];

export interface InvokeConfig {
  id?: string;
  src: string;
  onDone?: Transitions;
  onError?: Transitions;
  onSnapshot?: Transitions;
}

export interface StateConfig {
  id?: string;
  type?: 'parallel' | 'final' | 'history';
  history?: 'shallow' | 'deep';
  target?: string;
  initial?: string;
  states?: Record<string, StateConfig>;
  on?: Record<string, Transitions>;
  after?: Record<string, Transitions>;
  always?: Transitions;
  onDone?: Transitions;
  invoke?: InvokeConfig | InvokeConfig[];
}

/** A machine of another program: every state has its own name, every guard and transition is alone. */
export const anyMachine: Arbitrary<StateConfig> = fc
  .gen()
  .map((draw) => new Builder(draw).machine());

class Builder {
  readonly #draw: GeneratorValue;
  readonly #targets: string[] = [];
  #states = 0;
  #marks = 0;

  constructor(draw: GeneratorValue) {
    this.#draw = draw;
  }

  machine(): StateConfig {
    const root = this.#around(this.#one('compound', 'compound', 'parallel'), 2, '#m');
    this.#declare(root, false, true);
    return { ...root, id: 'm' };
  }

  #one<Value>(...values: Value[]): Value {
    return values[this.#upTo(values.length - 1)]!;
  }

  #upTo(max: number): number {
    return this.#draw(fc.nat, { max });
  }

  #chance(percent: number): boolean {
    return this.#upTo(99) < percent;
  }

  #around(kind: 'compound' | 'parallel', depth: number, path: string): StateConfig {
    const states: Record<string, StateConfig> = {};
    const first = this.#name();
    states[first] = this.#state(depth - 1, `${path}.${first}`, false);
    for (let more = 1 + this.#upTo(1); more > 0; more -= 1) {
      const name = this.#name();
      states[name] = this.#state(depth - 1, `${path}.${name}`, true);
    }
    return kind === 'parallel' ? { type: kind, states } : { initial: first, states };
  }

  #name(): string {
    this.#states += 1;
    return `s${String(this.#states)}`;
  }

  #state(depth: number, path: string, mayBeHistory: boolean): StateConfig {
    this.#targets.push(path);
    if (depth > 0 && this.#chance(45)) {
      return this.#around(this.#one('compound', 'compound', 'parallel'), depth, path);
    }
    if (mayBeHistory && this.#chance(10)) {
      return { type: 'history', history: this.#one('shallow', 'deep') };
    }
    return this.#chance(30) ? { type: 'final' } : {};
  }

  /** Gives states their transitions once all targets are known. */
  #declare(state: StateConfig, isInRegion: boolean, isRoot: boolean): void {
    const isRegion = isInRegion || state.type === 'parallel';
    // The catch-all of one region can swallow the event by which another one ends.
    const events = ['A', 'B', 'A.x', 'A.*', 'A.x.*', ...(isRegion ? [] : ['*'])];
    if (this.#chance(60)) state.on = this.#keyed(events);
    if (this.#chance(20)) state.after = this.#keyed(['100', 'slow']);
    if (this.#chance(12)) state.always = this.#transitions();
    if (this.#chance(state.states ? 60 : 5)) state.onDone = this.#transitions();
    if (this.#chance(20)) {
      state.invoke = this.#chance(60) ? this.#invoke() : [this.#invoke(), this.#invoke()];
    }
    if (isRoot && this.#chance(50)) delete state.on;
    for (const child of Object.values(state.states ?? {})) this.#declare(child, isRegion, false);
  }

  #keyed(keys: string[]): Record<string, Transitions> {
    const chosen = Array.from({ length: 1 + this.#upTo(2) }, () => this.#one(...keys));
    return Object.fromEntries(chosen.map((key) => [key, this.#transitions()]));
  }

  #invoke(): InvokeConfig {
    return {
      src: this.#one('load', 'save'),
      ...(this.#chance(50) && { id: this.#one('one', 'two') }),
      ...(this.#chance(60) && { onDone: this.#transitions() }),
      ...(this.#chance(40) && { onError: this.#transitions() }),
      ...(this.#chance(40) && { onSnapshot: this.#transitions() }),
    };
  }

  #transitions(): Transitions {
    return this.#chance(60)
      ? this.#transition()
      : Array.from({ length: 1 + this.#upTo(2) }, () => this.#transition());
  }

  #transition(): TransitionConfig {
    this.#marks += 1;
    return {
      [MARK]: this.#marks,
      ...(this.#chance(90) && { target: this.#one(...this.#targets) }),
      ...(this.#chance(40) && { guard: `g${String(this.#marks)}` }),
    };
  }
}
