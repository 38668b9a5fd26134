// What `npm run test:mutation -- …` was asked for.

/** Folders whose code the unit and component tests are held to; the others are screens, samples and edges. */
export const mutatedFolders = [
  'language',
  'map',
  'rules',
  'machine',
  'simulation',
  'kpis',
  'insight',
  'checks',
  'storage',
  'exchange',
  'editing',
  'runs',
];

/** A smaller sample says too little: at 200 the score is known to about five points. */
export const smallestSample = 200;

/** What the command prints when it cannot be run. */
export const usage = `npm run test:mutation -- FOLDER [--seed N] [--sample N] [--only TEXT]
  FOLDER    one of ${mutatedFolders.join(', ')}
  --seed    chooses the sample: the same seed, the same mutants of the same code (1)
  --sample  how many mutants, at least ${smallestSample} (${smallestSample})
  --only    all mutants of the files whose path holds TEXT, no sample: to work on one file
  MUTATION_WORKERS=N in the environment says how many test runners work side by side (2)`;

/**
 * @typedef {object} MutationOptions
 * @property {string} folder the folder of `src`
 * @property {number} seed
 * @property {number} sample how many mutants are tried when the folder has more
 * @property {string | undefined} only a part of a file's path; no sample is drawn then
 */

/**
 * Reads the command line.
 * @param {string[]} words what follows the name of the command
 * @returns {MutationOptions}
 * @throws {Error} with a sentence, when the words make no sense
 */
export function readOptions(words) {
  /** @type {MutationOptions} */
  const options = { folder: '', seed: 1, sample: smallestSample, only: undefined };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--seed') options.seed = wholeNumber(word, words[(at += 1)]);
    else if (word === '--sample') options.sample = wholeNumber(word, words[(at += 1)]);
    else if (word === '--only') options.only = words[(at += 1)];
    else if (word.startsWith('-')) throw new Error(`Unknown option ${word}.`);
    else if (options.folder === '') options.folder = word;
    else throw new Error(`One folder at a time: ${options.folder} or ${word}?`);
  }
  if (!mutatedFolders.includes(options.folder)) {
    throw new Error(options.folder === '' ? 'Which folder?' : `No such folder: ${options.folder}.`);
  }
  if (options.sample < smallestSample) {
    throw new Error(`A sample has at least ${smallestSample} mutants.`);
  }
  return options;
}

/** @returns {number} */
function wholeNumber(/** @type {string} */ option, /** @type {string | undefined} */ text) {
  if (text === undefined || !/^\d+$/.test(text)) throw new Error(`${option} takes a whole number.`);
  return Number(text);
}
