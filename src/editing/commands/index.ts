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
  ReplayPort,
  ShellPort,
  ViewName,
} from './command';
export { sayConnected } from './connected';
export { cutSelection, duplicated, pasteText } from './copyPaste';
export { freePlace } from './freePlace';
export { commandItems, menuFor, menuOf } from './menu';
export { insertOnTransition } from './onTransition';
export { movedTo } from './moveTo';
export { namesCopied } from './pasteLines';
export {
  addStage,
  addTouchpoint,
  kindOfNext,
  moveBy,
  placeAtEnd,
  placeBeside,
  toGrid,
} from './placing';
export { createRegistry, isEnabled, type Registry } from './registry';
export { makeRoom } from './room';
