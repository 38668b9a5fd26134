import { FIRST_COMMANDS } from '../../src/editing/commands';
import { LATER_COMMANDS } from '../../src/editing/commands/later';

/** Every command of the editor: those of the first load and those that come later. */
export const COMMANDS = [...FIRST_COMMANDS, ...LATER_COMMANDS];
