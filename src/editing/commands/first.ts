import { APP_COMMANDS } from './app';
import { type Command } from './command';
import { preparePaste } from './copyPaste';
import { EDIT_COMMANDS } from './edit';
import { MOVE_COMMANDS } from './move';
import { type Contribution } from './registry';
import { SELECT_COMMANDS } from './select';
import { VIEW_COMMANDS } from './view';

/**
 * Commands that come with the canvas: those of which one is used at once, again and again, and those whose keys the
 * browser would answer itself. All others are contributed, so that they weigh nothing until the page stands.
 */
export const FIRST_COMMANDS: readonly Command[] = [
  ...EDIT_COMMANDS,
  ...SELECT_COMMANDS,
  ...MOVE_COMMANDS,
  ...VIEW_COMMANDS,
  ...APP_COMMANDS,
];

/** The commands of the editor that come later, and with them what pasting needs. */
export const laterCommands: Contribution = async () => {
  const [{ LATER_COMMANDS }] = await Promise.all([import('./later'), preparePaste()]);
  return LATER_COMMANDS;
};
