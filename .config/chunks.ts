import type { Rolldown } from 'vite';

/** Where the screens begin, as paths from the repository's root. */
const PAGE = ['src/app/main.tsx'];
const LIBRARY = ['src/app/LibraryRoute.tsx'];
const MAP = ['src/app/MapRoute.tsx', 'src/views/run/RunMapView.tsx'];

type GetModuleInfo = Rolldown.GetModuleInfo;

/** The modules and all they import statically. */
function withImports(begin: readonly string[], getModuleInfo: GetModuleInfo): Set<string> {
  const seen = new Set(begin);
  // A Set is walked in the order of insertion, what is added on the way included.
  for (const id of seen) for (const next of getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/**
 * A file for what every screen needs, one for what both screens need, one for the rest of a map's screen: in dozens of
 * small ones, cut wherever a later part shares a module, the same code weighs more and takes longer to come.
 */
export function screensInFewFiles(root: string): Rolldown.OutputOptions {
  let place: ((id: string) => string | null) | undefined;
  function places(getModuleInfo: GetModuleInfo) {
    const [page, library, map] = [PAGE, LIBRARY, MAP].map((paths) =>
      withImports(
        paths.map((path) => `${root}${path}`),
        getModuleInfo,
      ),
    );
    return (id: string) => {
      if (page?.has(id)) return 'page';
      if (!map?.has(id)) return null;
      return library?.has(id) ? 'screens' : 'map';
    };
  }
  return {
    codeSplitting: {
      // Each of the three holds all that its modules import, but for what the one before it holds.
      includeDependenciesRecursively: false,
      groups: [
        {
          debugName: 'screens',
          name(id, context) {
            place ??= places((module) => context.getModuleInfo(module));
            return place(id);
          },
        },
      ],
    },
  };
}
