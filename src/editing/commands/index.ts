import { FILE_COMMANDS, HELP_COMMANDS, RUN_COMMANDS } from './app';
import { ARRANGE_COMMANDS } from './arrange';
import { type Command } from './command';
import { EDIT_COMMANDS } from './edit';
import { INSERT_COMMANDS } from './insert';
import { MOVE_COMMANDS } from './move';
import { RECORD_COMMANDS } from './records';
import { REPLAY_COMMANDS } from './replay';
import { SELECT_COMMANDS } from './select';
import { VIEW_COMMANDS } from './view';

/** Every command of the app, in the order palette and help list them. */
export const COMMANDS: readonly Command[] = [
  ...INSERT_COMMANDS,
  ...RECORD_COMMANDS,
  ...EDIT_COMMANDS,
  ...SELECT_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...MOVE_COMMANDS,
  ...VIEW_COMMANDS,
  ...RUN_COMMANDS,
  ...REPLAY_COMMANDS,
  ...FILE_COMMANDS,
  ...HELP_COMMANDS,
];
