import { useEffect, useState } from 'react';
import type { ViewName } from '../editing/commands';
import { createEditor, type Editor } from '../editing';
import { replaceMap } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import type { Storage } from '../storage';
import { takeDrafts } from '../controls/drafts';
import { Skeleton } from '../controls/Skeleton';
import { OwnToasts } from '../controls/ToastRegion';
import { EditorProvider } from '../views/session';
import { rescuable } from './rescue';
import { Later, later } from '../controls/Later';
import { MapShell } from './shell/MapShell';
import { useThumbnail } from './useThumbnail';

const MissingMap = later(async () => (await import('./MissingMap')).MissingMap);

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'open'; readonly editor: Editor };

/** One map: opened from storage, edited, and written to storage completely when one leaves. */
export function MapRoute({
  storage,
  id,
  view,
  replacement,
  onReplaced,
}: {
  readonly storage: Storage;
  readonly id: string;
  readonly view: ViewName;
  /** What a file says instead of this map: taken over in one step as soon as the map is open. */
  readonly replacement: JourneyMap | null;
  readonly onReplaced: () => void;
}) {
  const [attempt, setAttempt] = useState(0);
  const opening = useOpening(storage, id, attempt);
  const editor = opening.state === 'open' ? opening.editor : null;
  useThumbnail(storage, editor);
  useEffect(() => {
    if (!editor || !replacement) return;
    editor.edit('library.edit.replace', replaceMap(replacement), { select: [] });
    onReplaced();
  }, [editor, replacement, onReplaced]);
  if (opening.state === 'failed') throw opening.error;
  if (opening.state === 'opening') return <Skeleton />;
  if (opening.state === 'missing') {
    return (
      <Later>
        <MissingMap storage={storage} id={id} onBack={() => setAttempt(attempt + 1)} />
      </Later>
    );
  }
  return (
    <EditorProvider editor={opening.editor}>
      <OwnToasts>
        <MapShell storage={storage} view={view} />
      </OwnToasts>
    </EditorProvider>
  );
}

/** Opens the map, and closes it without losing what is still on its way. */
function useOpening(storage: Storage, id: string, attempt: number): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    async function open() {
      const opened = await storage.openMap(id);
      if (left) return;
      if (!opened) {
        setOpening({ state: 'missing' });
        return;
      }
      const editor = createEditor(opened, storage);
      const forget = rescuable(editor);
      const leave = () => {
        takeDrafts();
        editor.leave();
      };
      const hide = () => {
        if (document.visibilityState === 'hidden') leave();
      };
      // A browser that changes its process may end the page before or amid `pagehide`; the navigation waits for the other.
      const until = new AbortController();
      const { signal } = until;
      addEventListener('beforeunload', leave, { signal });
      addEventListener('pagehide', leave, { signal });
      document.addEventListener('visibilitychange', hide, { signal });
      close = () => {
        until.abort();
        forget();
        editor.close();
      };
      setOpening({ state: 'open', editor });
    }
    open().catch((error: unknown) => {
      if (!left) setOpening({ state: 'failed', error });
    });
    return () => {
      left = true;
      close?.();
    };
  }, [storage, id, attempt]);
  return opening;
}
