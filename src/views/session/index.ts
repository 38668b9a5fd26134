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
