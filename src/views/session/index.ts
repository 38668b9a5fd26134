// What every screen of an open map shares: its editor, its commands, its choices.
export { EditorProvider, useEditor, useEditorState, useMap } from './EditorContext';
export {
  type Lent,
  type Session,
  SessionProvider,
  useCommandContext,
  useRegistry,
  useRunCommand,
  useSession,
} from './ShellContext';
export { useOptions, useOptionsAnd } from './useOptions';
