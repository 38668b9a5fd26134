/** One change of a map at a path of keys; arrays change by index. */
export interface MapPatch {
  op: 'add' | 'remove' | 'replace';
  path: (string | number)[];
  value?: unknown;
}
