import { type Shortcut } from '../keys';
import { type Command, type ReplayPort } from './command';

/** A command for the replay: only while it is on. */
function replaying(
  id: string,
  title: Command['title'],
  keys: readonly Shortcut[],
  run: (replay: ReplayPort) => void,
): Command {
  return {
    id,
    title,
    group: 'run',
    keys,
    onCanvas: true,
    repeats: true,
    isEnabled: ({ replay }) => replay?.isOn() === true,
    run: ({ replay }) => {
      if (replay) run(replay);
    },
  };
}

/** Watching the customers of a run walk the map. */
export const REPLAY_COMMANDS: readonly Command[] = [
  {
    id: 'run.replay',
    title: 'command.run.replay',
    group: 'run',
    keys: ['Mod+Shift+Enter'],
    menus: ['main'],
    inTextFields: true,
    isEnabled: ({ replay }) => replay?.canStart() === true,
    isOn: ({ replay }) => replay?.isOn() === true,
    run: ({ replay, shell }) => {
      shell.show('map');
      replay?.toggle();
    },
  },
  {
    ...replaying('run.replay.pause', 'command.run.replay.pause', ['Space'], (replay) => {
      replay.playOrPause();
    }),
    repeats: false,
  },
  replaying('run.replay.next', 'command.run.replay.next', ['.'], (replay) => {
    replay.step(1);
  }),
  replaying('run.replay.previous', 'command.run.replay.previous', [','], (replay) => {
    replay.step(-1);
  }),
  replaying('run.replay.reset', 'command.run.replay.reset', ['Home'], (replay) => {
    replay.reset();
  }),
  replaying('run.replay.keep', 'command.run.replay.keep', ['K'], (replay) => {
    replay.keep();
  }),
];
