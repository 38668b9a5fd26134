import { ARRANGE_COMMANDS } from './arrange';
import { CHANGE_COMMANDS } from './change';
import { type Command } from './command';
import { FILE_COMMANDS, HELP_COMMANDS, RUN_COMMANDS } from './files';
import { FOLLOW_COMMANDS } from './follow';
import { INSERT_COMMANDS } from './insert';
import { DISPLAY_COMMANDS } from './display';
import { RECORD_COMMANDS } from './records';
import { REORDER_COMMANDS } from './reorder';
import { REPLAY_COMMANDS } from './replay';

/** Commands that are fetched when the page stands; a new command goes here. */
export const LATER_COMMANDS: readonly Command[] = [
  ...INSERT_COMMANDS,
  ...RECORD_COMMANDS,
  ...CHANGE_COMMANDS,
  ...FOLLOW_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...REORDER_COMMANDS,
  ...DISPLAY_COMMANDS,
  ...RUN_COMMANDS,
  ...REPLAY_COMMANDS,
  ...FILE_COMMANDS,
  ...HELP_COMMANDS,
];
