// The order of the folders: each may import only from those before it. docs/architecture tells why.
const order = [
  'language',
  'map',
  'rules',
  'machine',
  'simulation',
  'kpis',
  'checks',
  'data',
  'storage',
  'exchange',
  'samples',
  'editing',
  'canvas',
  'views',
  'app',
  'cli',
];
const pure = ['language', 'map', 'rules', 'machine', 'simulation', 'kpis', 'checks', 'data'];

/** Folders of the exact solver, each of which may import only from those before it. */
const exactOrder = ['model', 'chain', 'solve', 'read'];

/** A package however it is reached: resolved into node_modules or not at all. */
const packages = (/** @type {string[]} */ ...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const folders = (/** @type {string[]} */ names) => `^src/(${names.join('|')})/`;

/** The only files of pure folders that may touch a worker's world. */
const workerEdges = '^src/(simulation|checks|data)/worker';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...order.map((folder, place) => ({
      name: `${folder}-imports-only-from-above`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: folders(order.slice(0, place + 1)) },
    })),
    ...exactOrder.map((folder, place) => ({
      name: `exact-${folder}-imports-only-from-above`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/simulation/exact/${folder}/` },
      to: {
        path: '^src/simulation/exact/',
        pathNot: `^src/simulation/exact/(${exactOrder.slice(0, place + 1).join('|')})/`,
      },
    })),
    {
      name: 'src-holds-only-known-folders',
      comment: 'A new folder needs a place in the order.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: [folders(order), '^src/vite-env\\.d\\.ts$'] },
    },
    {
      name: 'pure-folders-know-no-browser',
      severity: 'error',
      from: { path: folders(pure) },
      to: {
        path: packages(
          'react',
          'react-dom',
          'react-intl',
          '@xyflow/.*',
          '@xstate/react',
          '@radix-ui/.*',
          'lucide-react',
          'cmdk',
          'dexie',
          'dexie-react-hooks',
          'zustand',
          'browser-fs-access',
        ),
      },
    },
    {
      name: 'comlink-only-at-worker-edges-of-pure-folders',
      severity: 'error',
      from: { path: folders(pure), pathNot: workerEdges },
      to: { path: packages('comlink') },
    },
    {
      name: 'only-canvas-knows-react-flow',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/canvas/' },
      to: { path: packages('@xyflow/.*') },
    },
    {
      name: 'only-storage-knows-dexie',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: packages('dexie', 'dexie-react-hooks') },
    },
    {
      name: 'only-machine-and-simulation-know-xstate',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(machine|simulation)/' },
      to: { path: packages('xstate', '@xstate/.*') },
    },
    {
      name: 'cli-stays-headless',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: folders(['storage', 'editing', 'canvas', 'views', 'app']) },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'production-code-uses-production-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: packages('@types/.*'),
      },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
