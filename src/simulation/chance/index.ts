// Chance from a seed, and the functions of probability, the same on every machine.
export { exp, ln, lnGamma } from './arithmetic';
export { choiceWord, Draws, type IdKey, keyOfId, PURPOSES, wordOfShare } from './draws';
export {
  attributeQuantile,
  delayQuantile,
  exponentialAt,
  pickBy,
  type Quantile,
} from './quantiles';
export { betaPart, chiSquareTail, gammaParts, normalCdf, normalQuantile } from './special';
