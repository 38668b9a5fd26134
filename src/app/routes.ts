import type { ViewName } from '../editing/commands';

/** In the order in which the top bar shows them; the names stand in addresses. */
export const VIEWS: readonly ViewName[] = ['map', 'table', 'insights', 'machine'];

/** Where in the app one is; all of it is in the address's hash, which no server sees. */
export type AppRoute =
  { readonly at: 'library' } | { readonly at: 'map'; readonly id: string; readonly view: ViewName };

/** Reads `#/` and `#/map/<id>/<view>`; anything else is the library. */
export function parseRoute(hash: string): AppRoute {
  const [place, id, view] = hash.replace(/^#?\/?/, '').split('/');
  if (place !== 'map' || id === undefined || id === '') return { at: 'library' };
  return { at: 'map', id, view: VIEWS.find((name) => name === view) ?? 'map' };
}

/** The inverse of `parseRoute`. */
export function hashOf(route: AppRoute): string {
  return route.at === 'library' ? '#/' : `#/map/${route.id}/${route.view}`;
}
