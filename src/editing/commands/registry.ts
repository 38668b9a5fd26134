import { collide, matches, type KeyPress } from '../keys';
import type { Command, CommandContext, CommandGroup, MenuName } from './command';

/** Commands of a part of the app, fetched with it. */
export type Contribution = () => Promise<readonly Command[]>;

/** Every command of the app that is here, in the order menus, palette and help list them. */
export interface Registry {
  readonly commands: readonly Command[];
  /** All contributions are here, or could not be had. */
  readonly isWhole: boolean;
  /** Some contributions could not be had: `whole` tries them again. */
  readonly isLacking: boolean;
  /** Fetches the contributions, each once but for those that could not be had; resolves when `isWhole`. Never rejects. */
  whole(): Promise<void>;
  /** Calls back when commands are loaded; returns how to stop. */
  subscribe(listener: () => void): () => void;
  get(id: string): Command | undefined;
  inMenu(menu: MenuName): readonly Command[];
  /** The command a key press means here, if it may run now. */
  forKey(press: KeyPress, apple: boolean, context: CommandContext): Command | null;
}

/**
 * A registry that begins with some commands and is whole when all contributions have come.
 * @throws when two commands share an id or a shortcut: that is a mistake of ours, not a user's.
 */
export function createRegistry(
  first: readonly Command[],
  later: readonly Contribution[] = [],
): Registry {
  let commands = checked(first);
  let missing = later;
  let isWhole = later.length === 0;
  let fetching: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  async function fetchAll(): Promise<void> {
    const parts = await Promise.allSettled(missing.map((fetch) => fetch()));
    // The others work without a part that could not be fetched.
    const came = parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
    missing = missing.filter((_, at) => parts[at]?.status === 'rejected');
    commands = checked([...commands, ...came]);
    isWhole = true;
    fetching = null;
    for (const listener of listeners) listener();
  }
  return {
    get commands() {
      return commands;
    },
    get isWhole() {
      return isWhole;
    },
    get isLacking() {
      return isWhole && missing.length > 0;
    },
    whole: () => (fetching ??= missing.length === 0 ? Promise.resolve() : fetchAll()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (id) => commands.find((command) => command.id === id),
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

/** The groups as palette and help list them. */
const GROUPS: readonly CommandGroup[] = [
  'insert',
  'edit',
  'select',
  'arrange',
  'move',
  'view',
  'run',
  'file',
  'help',
];

/** By group; within one as they come, but for those that say what they are listed before. */
function inOrder(commands: readonly Command[]): readonly Command[] {
  return GROUPS.flatMap((group) => {
    const own = commands.filter((command) => command.group === group);
    const listed = own.filter(({ before }) => before === undefined);
    for (const command of own.filter(({ before }) => before !== undefined)) {
      const place = listed.findIndex(({ id }) => id === command.before);
      listed.splice(place < 0 ? listed.length : place, 0, command);
    }
    return listed;
  });
}

function checked(commands: readonly Command[]): readonly Command[] {
  const ids = new Set(commands.map(({ id }) => id));
  if (ids.size !== commands.length) throw new Error('two commands share an id');
  const clash = firstCollision(commands);
  if (clash) throw new Error(`shortcuts collide: ${clash}`);
  return inOrder(commands);
}

/** Groups whose commands change the map. */
const CHANGES: ReadonlySet<CommandGroup> = new Set(['edit', 'insert', 'arrange', 'move']);

/** Whether a command may run now. Nothing that changes the map may while a replay is on. */
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
