export { treeLinesOf, type TreeItem, type TreeLine, treeOf } from './tree';
