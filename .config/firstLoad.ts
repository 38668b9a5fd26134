import type { Plugin, Rolldown } from 'vite';
import { reach, remembered } from './reach.ts';

/** Marks, at the import itself, where a screen begins, or what one cannot be without: `import(/* first: map *\/ './MapRoute')`. */
const MARK = /import\(\s*\/\*\s*first:\s*(\w+)\s*\*\/\s*(['"])([^'"]+)\2/g;

/** What comes before the page stands, and with the first screens. */
export interface FirstLoad extends Plugin {
  /** Does the module come with the page or with a screen? Known once all modules are. */
  readonly holds: (id: string) => boolean;
}

/**
 * One file for what every screen needs, one for each screen marked by `MARK`, one for what several screens share: in
 * dozens of small ones, cut wherever a later part shares a module, the same code weighs more and takes longer to come.
 * All of it is read from the graph of the modules.
 */
export function firstLoad(): FirstLoad {
  let entries: readonly string[] = [];
  const screens = new Map<string, Set<string>>();
  /** The file of each module that comes first. */
  const places = new Map<string, string>();
  const groups: Rolldown.CodeSplittingGroup[] = [
    { debugName: 'first load', name: (id) => places.get(id) ?? null },
  ];
  return {
    name: 'first-load',
    apply: 'build',
    enforce: 'pre',
    holds: (id) => places.has(id),
    buildStart({ input }) {
      screens.clear();
      places.clear();
      entries = Object.values(input);
    },
    transform: {
      filter: { code: /\/\*\s*first:/ },
      async handler(code, id) {
        for (const [, screen = '', , source = ''] of code.matchAll(MARK)) {
          const resolved = await this.resolve(source, id);
          if (!resolved) throw new Error(`${id}: the screen ${screen} begins at no module`);
          screens.set(screen, (screens.get(screen) ?? new Set()).add(resolved.id));
        }
      },
    },
    async buildEnd(error) {
      if (error) return;
      const graph = remembered({
        module: (id) => {
          const info = this.getModuleInfo(id);
          return info && { code: info.code, importedIds: info.importedIds };
        },
        resolve: async (source, id) => (await this.resolve(source, id))?.id ?? null,
        parse: (code) => this.parse(code).body,
      });
      const page = await reach(graph, entries);
      const reached = new Map<string, string>();
      for (const [screen, begin] of screens) {
        for (const id of await reach(graph, begin))
          reached.set(id, reached.has(id) ? 'screens' : screen);
      }
      for (const id of page) reached.set(id, 'page');
      for (const [id, place] of reached) places.set(id, place);
    },
    outputOptions: (options) => ({
      ...options,
      // Each file holds all that its modules import, but for what the ones before it hold.
      codeSplitting: { includeDependenciesRecursively: false, groups },
    }),
  };
}
