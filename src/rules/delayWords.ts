import type { Language } from '../language';
import type { Transition } from '../map/schema';

type Delay = Transition['delay'];

/** How long a transition takes, in a few words: its usual time where it varies. */
export function delayWords(delay: Delay, { t, duration }: Language): string {
  const days = usualDays(delay);
  if (delay.family !== 'constant') return t('outgoing.about', { time: duration(days, true) });
  return days === 0 ? t('outgoing.atOnce') : t('outgoing.takes', { time: duration(days, true) });
}

/** What a reader may expect: the mode where the family has one in its parameters, else a middle. */
function usualDays(delay: Delay): number {
  switch (delay.family) {
    case 'constant':
      return delay.value;
    case 'uniform':
      return (delay.min + delay.max) / 2;
    case 'triangular':
    case 'pert':
      return delay.mode;
    case 'exponential':
    case 'truncated-normal':
      return delay.mean;
    case 'gamma':
      return delay.shape * delay.scale;
    case 'weibull':
      return delay.scale;
    case 'lognormal':
      return delay.median;
    case 'empirical':
      return delay.values.toSorted((a, b) => a - b)[Math.floor(delay.values.length / 2)] ?? 0;
  }
}
