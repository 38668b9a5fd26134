export { type Link, type LinkKind, type Links, linksOf } from './links';
export { isLinked, isTold, MOST_CHIPS, rowsOf, type TableRow } from './rows';
