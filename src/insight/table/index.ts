// The rows of the journey table, and the records that its cells link to.
export { type Link, type LinkKind, type Links, linksOf } from './links';
export { isLinked, isExperience, MOST_CHIPS, tableRowsOf, type TableRow } from './rows';
