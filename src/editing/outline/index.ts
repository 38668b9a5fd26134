// The outline: the map as a tree, and the lines of it that are open.
export { treeLinesOf, type TreeItem, type TreeLine, treeOf } from './tree';
