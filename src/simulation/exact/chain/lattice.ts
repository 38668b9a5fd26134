import type { Chain } from './chain';

/** How a wait falls on the ticks of a lattice. */
export interface Spread {
  readonly ticks: Int32Array;
  readonly shares: Float64Array;
}

/** A lattice of time, and every wait of a chain on it. */
export interface Lattice {
  readonly tick: number;
  readonly spreads: readonly Spread[];
  /** Ticks until a customer who drops off at a touchpoint counts as gone. */
  readonly dropTicks: readonly Spread[];
}

/** More ticks than this would take longer than sampling. */
const MOST_TICKS = 50_000;
/** Shares of a tick that are rounding. */
const TOLERANCE = 1e-6;

/** A wait of exactly so many ticks. */
export const oneTick = (ticks: number): Spread => ({
  ticks: Int32Array.of(ticks),
  shares: Float64Array.of(1),
});

/** Waits the chain really uses. */
function usedWaits({ wait }: Chain): ReadonlySet<number> {
  return new Set(wait);
}

/** The lattice on which every wait is whole, or the transition whose wait is on none. */
export function latticeOf(
  chain: Chain,
  horizon: number,
): Lattice | { readonly transition: string | null } {
  const { waits, touchpoints, transitionIds } = chain.model;
  const used = usedWaits(chain);
  const lengths: number[] = [];
  for (let a = 0; a < chain.wait.length; a += 1) {
    const { fixed } = waits[chain.wait[a]!]!;
    if (fixed === null) return { transition: transitionIds[chain.transition[a]!]! };
  }
  for (const w of used) lengths.push(waits[w]!.fixed!);
  for (let s = 0; s < chain.size; s += 1) {
    if (chain.drop[s]! > 0) lengths.push(touchpoints[chain.touchpoint[s]!]!.dropOffAfter);
  }
  const positive = lengths.filter((days) => days > 0);
  const tick = positive.length === 0 ? Math.max(1, horizon) : positive.reduce(divisor);
  const isWhole = (days: number) => Math.abs(days / tick - Math.round(days / tick)) <= TOLERANCE;
  const odd = chain.wait.findIndex((w) => !isWhole(waits[w]!.fixed!));
  if (odd >= 0 || horizon / tick > MOST_TICKS || !positive.every(isWhole)) {
    const at = odd >= 0 ? odd : 0;
    return {
      transition: chain.transition.length > 0 ? transitionIds[chain.transition[at]!]! : null,
    };
  }
  const whole = (days: number) => oneTick(Math.round(days / tick));
  return {
    tick,
    spreads: waits.map(({ fixed }) => whole(fixed ?? 0)),
    dropTicks: touchpoints.map(({ dropOffAfter }) => whole(dropOffAfter)),
  };
}

/** Greatest common divisor of two lengths (Euclid), up to rounding. */
function divisor(a: number, b: number): number {
  let [long, short] = a > b ? [a, b] : [b, a];
  while (short > long * 1e-9 && short > 1e-6) {
    const rest = long - short * Math.round(long / short);
    [long, short] = [short, Math.abs(rest)];
    if (short < long * 1e-7) break;
  }
  return long;
}
