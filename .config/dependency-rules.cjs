// The order of the folders: each may import only from those before it. docs/architecture gives the reason.
const order = [
  'language',
  'map',
  'rules',
  'machine',
  'simulation',
  'kpis',
  'insight',
  'checks',
  'data',
  'storage',
  'exchange',
  'samples',
  'teamwork',
  'editing',
  'runs',
  'controls',
  'canvas',
  'views',
  'offline',
  'app',
  'cli',
];
/** Those that know no browser, React or database. */
const pure = order.slice(0, order.indexOf('storage'));

/** Folders of the exact solver, each of which may import only from those before it. */
const exactOrder = ['model', 'chain', 'solve', 'read'];

/** A package however it is reached: resolved into node_modules or not at all. */
const packages = (/** @type {string[]} */ ...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const folders = (/** @type {string[]} */ names) => `^src/(${names.join('|')})/`;

/** Formats are pure, whatever the rest of their folder is: the command line writes them too. */
const formats = '^src/exchange/formats/';

/** The only files of pure folders that may touch a worker's world. */
const workerEdges = '^src/(simulation|data)/worker';

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
      from: { path: [folders(pure), formats] },
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
      name: 'no-react-below-controls',
      comment: 'What a screen shows is worked out without a screen.',
      severity: 'error',
      from: { path: folders(order.slice(0, order.indexOf('controls'))) },
      to: { path: packages('react', 'react-dom', '@radix-ui/.*', 'lucide-react', 'cmdk') },
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
      to: {
        path: [
          folders(['storage', 'editing', 'runs', 'controls', 'canvas', 'views', 'app']),
          '^src/exchange/(browser|library)/',
        ],
      },
    },
    {
      name: 'formats-stay-pure',
      severity: 'error',
      from: { path: formats },
      to: { path: ['^src/exchange/(browser|library)/', folders(['storage'])] },
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
