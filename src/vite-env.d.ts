/** A part of a catalogue, as `.config/catalogues.ts` makes it. */
declare module '*.json?first' {
  const part: import('./language').Messages;
  export default part;
}
declare module '*.json?rest' {
  const part: import('./language').Messages;
  export default part;
}
