import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import {
  type CanvasPort,
  type Command,
  type CommandContext,
  isEnabled,
  type Registry,
  type ReplayPort,
  type ShellPort,
} from '../../editing/commands';
import { useEditor } from './EditorContext';

/** A place for a port that comes and goes. */
export interface Lent<Port> {
  current: Port | null;
  /** Called when a port has been put there. */
  told?: () => void;
}

/** What the app offers to the views: its commands, and itself as a port. */
export interface Session {
  readonly registry: Registry;
  readonly shell: ShellPort;
  /** The canvas while the map view is shown; the map view puts it there. */
  readonly canvas: Lent<CanvasPort>;
  /** The replay of the shown run; the runs put it there. */
  readonly replay?: { current: ReplayPort | null };
}

const Context = createContext<Session | null>(null);

/** Once around an open map; `useSession` and the hooks made of it read the session. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

/** The app around the open map. @throws outside of a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/**
 * The registry, rendered again when commands have come, and what to wait for until all are here: who lists commands
 * waits, so that no list grows while it is read.
 */
export function useRegistry(): {
  readonly registry: Registry;
  readonly wait: Promise<void> | null;
} {
  const { registry } = useSession();
  const isWhole = useSyncExternalStore(
    (listener) => registry.subscribe(listener),
    () => registry.isWhole,
  );
  return { registry, wait: isWhole ? null : registry.whole() };
}

/** Makes the context a command runs in, as things stand when it is called. */
export function useCommandContext(from?: CommandContext['from']): () => CommandContext {
  const editor = useEditor();
  const { shell, canvas, replay } = useSession();
  return () => ({
    editor,
    state: editor.store.getState(),
    canvas: canvas.current,
    shell,
    replay: replay?.current ?? null,
    ...(from && { from }),
  });
}

/** Runs a command by id or itself, when it may run now; one that is still on its way as soon as it is here. */
export function useRunCommand(from?: CommandContext['from']): (command: string | Command) => void {
  const { registry } = useSession();
  const context = useCommandContext(from);
  function run(command: Command | undefined) {
    const now = context();
    if (command && isEnabled(command, now)) void command.run(now);
  }
  return (command) => {
    if (typeof command !== 'string') run(command);
    else if (registry.get(command) || registry.isWhole) run(registry.get(command));
    else void registry.whole().then(() => run(registry.get(command)));
  };
}
