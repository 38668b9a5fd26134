import { useMemo, useSyncExternalStore } from 'react';
import { hashOf, parseRoute, type AppRoute } from './routes';

function subscribe(listener: () => void) {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The route the address names. */
export function useRoute(): AppRoute {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes to a route: a step of the browser's history, unless it `replaces` the present one. */
export function goTo(route: AppRoute, replaces = false): void {
  if (!replaces) {
    location.hash = hashOf(route);
    return;
  }
  history.replaceState(null, '', hashOf(route));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
