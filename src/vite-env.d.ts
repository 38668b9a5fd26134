// An ambient module can take a type only by import() and a JSON file has nothing but a default export.
/* eslint-disable @typescript-eslint/consistent-type-imports, no-restricted-exports -- see above */

/** A part of a catalogue, as `.config/catalogues.ts` makes it. */
declare module '*.json?first' {
  const part: import('./language').Messages;
  export default part;
}
declare module '*.json?rest' {
  const part: import('./language').Messages;
  export default part;
}
