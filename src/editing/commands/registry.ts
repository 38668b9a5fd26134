import { collide, matches, type KeyPress } from '../keys';
import type { Command, CommandContext, CommandGroup, Menu } from './command';

/** Every command of the app, in the order menus, palette and help list them. */
export interface Registry {
  readonly commands: readonly Command[];
  get(id: string): Command | undefined;
  inMenu(menu: Menu): readonly Command[];
  /** The command a key press means here, if it may run now. */
  forKey(press: KeyPress, apple: boolean, context: CommandContext): Command | null;
}

/** Throws when two commands share an id or a shortcut: that is a mistake of ours, not a user's. */
export function createRegistry(commands: readonly Command[]): Registry {
  const byId = new Map(commands.map((command) => [command.id, command]));
  if (byId.size !== commands.length) throw new Error('two commands share an id');
  const clash = firstCollision(commands);
  if (clash) throw new Error(`shortcuts collide: ${clash}`);
  return {
    commands,
    get: (id) => byId.get(id),
    inMenu: (menu) => commands.filter((command) => command.menus?.includes(menu)),
    forKey: (press, apple, context) =>
      commands.find(
        (command) =>
          command.keys?.some((shortcut) => matches(press, shortcut, apple)) === true &&
          (!command.onCanvas || context.canvas !== null) &&
          isEnabled(command, context),
      ) ?? null,
  };
}

/** Groups whose commands change the map. */
const CHANGES: ReadonlySet<CommandGroup> = new Set(['edit', 'insert', 'arrange', 'move']);

export function isEnabled(command: Command, context: CommandContext): boolean {
  if (CHANGES.has(command.group) && context.replay?.isOn() === true) return false;
  return command.isEnabled?.(context) ?? true;
}

/** `a.id and b.id`, for the first two commands one key press could mean. */
export function firstCollision(commands: readonly Command[]): string | null {
  const all = commands.flatMap(({ id, keys = [] }) => keys.map((key) => ({ id, key })));
  for (const [index, a] of all.entries()) {
    const b = all.slice(index + 1).find(({ key }) => collide(a.key, key));
    if (b) return `${a.id} and ${b.id} on ${a.key}`;
  }
  return null;
}
