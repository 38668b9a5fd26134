import type { Language } from '../language';
import { typicalDays } from '../map/records';
import type { Transition } from '../map/schema';

type Delay = Transition['delay'];

/** How long a transition takes, in a few words: its usual time where it varies. */
export function delayWords(delay: Delay, { t, duration }: Language): string {
  const days = typicalDays(delay);
  if (delay.family !== 'constant') return t('outgoing.about', { time: duration(days, true) });
  return days === 0 ? t('outgoing.atOnce') : t('outgoing.takes', { time: duration(days, true) });
}
