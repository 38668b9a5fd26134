export { createEditor, type Editor, type EditorState } from './editor';
export { type KeyPress, matches, partsOfShortcut, typesText } from './keys';
export { type Filter, filterSize, fold, lookOf, NO_FILTER } from './look';
export { firstsOf, idsOf, isSelected, NOTHING, type Selection, toggle } from './selection';
export { whereabouts } from './whereabouts';
