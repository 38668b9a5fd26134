// The commands of the app: their registry, what they share, and the lists that it begins with and fetches later.
export { FIRST_COMMANDS, laterCommands } from './first';
export { hasColor } from './change';
export { CLIPBOARD_TYPE, copied } from './clipboard';
export type {
  CanvasPort,
  Command,
  CommandContext,
  DialogName,
  PanelName,
  Placeable,
  ReplayPort,
  ShellPort,
  ViewName,
} from './command';
export { sayConnected } from './connected';
export { cutSelection, duplicated, pasteText } from './copyPaste';
export { freePlace } from './freePlace';
export { giveUp, makeConnected, makeNext, sayAdded } from './making';
export { commandItems, menuFor, menuOf } from './menu';
export { insertOnTransition } from './onTransition';
export { movedTo } from './moveTo';
export { inOrderAfter, previousOf } from './neighbours';
export { namesCopied } from './pasteLines';
export {
  addStage,
  addTouchpoint,
  firstPlace,
  kindOfNext,
  moveBy,
  placeAtEnd,
  toGrid,
} from './placing';
export { createRegistry, isEnabled, type Registry } from './registry';
export { makeRoom } from './room';
