import type { Touchpoint, Transition } from '../map/schema';
import type { CheckContext, Entry } from './context';

/** Can anybody walk at all? Before that, every touchpoint would be unreachable: say one thing. */
export function isRunnable({ transitions, entries }: CheckContext): boolean {
  return transitions.length > 0 && entries.length > 0;
}

/** Does the journey lead here? */
export function isConnected({ kind }: Touchpoint, into: readonly Entry<Transition>[]): boolean {
  return kind === 'entry' || into.length > 0;
}
