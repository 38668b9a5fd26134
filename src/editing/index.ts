// The open document: the editor, what is selected and filtered, and what keys mean.
export type { Offer } from './announcement';
export { createEditor, type Editor } from './editor';
export type { EditorState, Made } from './editorState';
export { giveName, makeNamed } from './firstName';
export { isSingleKey, type KeyPress, matches, partsOfShortcut, typesText } from './keys';
export { type Filter, filterSize, fold, displayOf, NO_FILTER } from './display';
export { firstsOf, idsOf, isSelected, NOTHING, type Selection, toggle } from './selection';
export { spokenName, type SpokenValue, type SpokenValues, worded } from './spoken';
export { placedTarget, whereabouts } from './whereabouts';
