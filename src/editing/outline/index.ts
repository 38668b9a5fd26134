export { linesOf, type TreeItem, type TreeLine, treeOf } from './tree';
