import { END_KINDS, type SampledWalks } from '../../simulation/results';

const DROP_OFF = END_KINDS.indexOf('drop-off');

/** Is every walk over at the moment it begins? Then its clock says nothing. */
export function takesNoTime({ clock, first, customer, endClock }: SampledWalks): boolean {
  for (let walk = 0; walk < customer.length; walk += 1) {
    const begin = clock[first[walk]!]!;
    if (endClock[walk] !== begin) return false;
    for (let step = first[walk]!; step < first[walk + 1]!; step += 1) {
      if (clock[step] !== begin) return false;
    }
  }
  return customer.length > 0;
}

/** The same walks by the number of their steps: all begin together, and who drops off does so one step later. */
export function inSteps(walks: SampledWalks): SampledWalks {
  const { clock, first, customer, end } = walks;
  const steps = [...clock];
  const last = [...walks.endClock];
  for (let walk = 0; walk < customer.length; walk += 1) {
    const [from, to] = [first[walk]!, first[walk + 1]!];
    for (let step = from; step < to; step += 1) steps[step] = step - from;
    last[walk] = to - from - 1 + (end[walk] === DROP_OFF ? 1 : 0);
  }
  return { ...walks, clock: steps, endClock: last };
}
