import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type Editor, type EditorState, isSelected } from '../editing';
import type { Target } from '../map/schema';
import type { Language } from '../language';
import type { Making } from './making/making';
import type { CanvasState, CanvasStore } from './state';

/** What every part of the canvas may ask for; its values do not change while a map is open. */
export interface CanvasTools {
  readonly editor: Editor;
  readonly language: Language;
  readonly store: CanvasStore;
  /** Runs what makes something new, now or as soon as it is here. */
  readonly make: (task: (making: Making) => void) => void;
  /** Says that it is here, or gone (null). */
  readonly onMaking: (making: Making | null) => void;
}

/** The tools of one canvas. */
export function createTools(
  parts: Pick<CanvasTools, 'editor' | 'language' | 'store'>,
): CanvasTools {
  let here: Making | null = null;
  let waiting: ((making: Making) => void)[] = [];
  return {
    ...parts,
    make(task) {
      if (here) task(here);
      else waiting.push(task);
    },
    onMaking(making) {
      here = making;
      if (!making) return;
      for (const task of waiting) task(making);
      waiting = [];
    },
  };
}

/** Null outside of a canvas; read it by `useTools`. */
export const CanvasToolsContext = createContext<CanvasTools | null>(null);

/** @throws outside of a `<Canvas>`. */
export function useTools(): CanvasTools {
  const tools = use(CanvasToolsContext);
  if (!tools) throw new Error('This belongs inside of a <Canvas>.');
  return tools;
}

/** A part of the state that only the canvas has, and of what the views have it show. */
export function useCanvas<Part>(pick: (state: CanvasState) => Part): Part {
  return useStore(useTools().store, pick);
}

/** Several of them in one subscription: thousands of cards and lines ask, and each subscription costs memory and time. */
export function useCanvasParts<Parts extends object>(pick: (state: CanvasState) => Parts): Parts {
  return useStore(useTools().store, useShallow(pick));
}

/** A part of the open document's state. */
export function useEdited<Part>(pick: (state: EditorState) => Part): Part {
  return useStore(useTools().editor.store, pick);
}

/** Several of them in one subscription. */
export function useEditedParts<Parts extends object>(pick: (state: EditorState) => Parts): Parts {
  return useStore(useTools().editor.store, useShallow(pick));
}

/** The unsorted stage has no record and cannot be selected: its id is null. */
export function useIsSelected(collection: Target['collection'], id: string | null): boolean {
  return useEdited(({ selection }) => id !== null && isSelected(selection, { collection, id }));
}
