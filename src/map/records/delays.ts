import { average } from '../basics';
import type { Transition } from '../schema';

/**
 * About how many days a delay takes, as people read and the checker assumes it: its mean, or the
 * parameter nearest to its middle where that is what the family is told by (the median of a lognormal,
 * the scale of a Weibull). Not for calculations: engines draw from the whole distribution.
 */
export function typicalDays(delay: Transition['delay']): number {
  switch (delay.family) {
    case 'constant':
      return delay.value;
    case 'uniform':
      return (delay.min + delay.max) / 2;
    case 'triangular':
      return (delay.min + delay.mode + delay.max) / 3;
    case 'pert':
      return (delay.min + 4 * delay.mode + delay.max) / 6;
    case 'exponential':
      return delay.mean;
    case 'truncated-normal':
      return Math.max(delay.mean, delay.min ?? 0);
    case 'gamma':
      return delay.shape * delay.scale;
    case 'weibull':
      return delay.scale;
    case 'lognormal':
      return delay.median;
    case 'empirical':
      return average(delay.values);
  }
}
