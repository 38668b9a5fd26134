import { END_KINDS, type SampledWalks, type Walk } from './results';

/** One of the sampled walks, in ids. Out of range: a RangeError. */
export function walkAt(walks: SampledWalks, index: number): Walk {
  const from = walks.first[index];
  const to = walks.first[index + 1];
  if (from === undefined || to === undefined) throw new RangeError(`no walk ${String(index)}`);
  const steps = Array.from({ length: to - from }, (_, step) => {
    const transition = walks.transition[from + step]!;
    return {
      clock: walks.clock[from + step]!,
      touchpoint: walks.touchpoints[walks.touchpoint[from + step]!]!,
      transition: transition < 0 ? null : walks.transitions[transition]!,
    };
  });
  const persona = walks.persona[index]!;
  return {
    customer: walks.customer[index]!,
    persona: persona < 0 ? null : walks.personas[persona]!,
    steps,
    end: {
      kind: END_KINDS[walks.end[index]!]!,
      touchpoint: steps.at(-1)?.touchpoint ?? null,
      clock: walks.endClock[index]!,
    },
  };
}

/** All of the sampled walks, one after another. */
export function* eachWalk(walks: SampledWalks): Generator<Walk> {
  for (let index = 0; index < walks.customer.length; index += 1) yield walkAt(walks, index);
}
