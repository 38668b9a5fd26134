import { createContext, type ReactNode, useContext } from 'react';
import type {
  CanvasPort,
  Command,
  CommandContext,
  ReplayPort,
  ShellPort,
} from '../../editing/commands/command';
import { isEnabled, type Registry } from '../../editing/commands/registry';
import { useEditor } from './EditorContext';

/** What the app offers to the views: its commands, and itself as a port. */
export interface Session {
  readonly registry: Registry;
  readonly shell: ShellPort;
  /** The canvas while the map view is shown; the map view puts it there. */
  readonly canvas: { current: CanvasPort | null };
  /** The replay of the shown run; the runs put it there. */
  readonly replay?: { current: ReplayPort | null };
}

const Context = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

/** The app around the open map. @throws outside of a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
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

/** Runs a command by id or itself, when it may run now. */
export function useRunCommand(from?: CommandContext['from']): (command: string | Command) => void {
  const { registry } = useSession();
  const context = useCommandContext(from);
  return (command) => {
    const found = typeof command === 'string' ? registry.get(command) : command;
    const now = context();
    if (found && isEnabled(found, now)) void found.run(now);
  };
}
