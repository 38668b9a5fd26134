import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Editor, EditorState } from '../../editing';
import type { JourneyMap } from '../../map/schema';

const Context = createContext<Editor | null>(null);

/** Everything below works on this open map. */
export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <Context value={editor}>{children}</Context>;
}

/** The open map's editor. @throws outside of an `EditorProvider`. */
export function useEditor(): Editor {
  const editor = useContext(Context);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it');
  return editor;
}

/** A part of the editor's state; renders again only when the picked part is another one. */
export function useEditorState<Part>(pick: (state: EditorState) => Part): Part {
  return useStore(useEditor().store, pick);
}

/** A part of the open map. */
export function useMap<Part>(pick: (map: JourneyMap) => Part): Part {
  return useEditorState((state) => pick(state.map));
}
