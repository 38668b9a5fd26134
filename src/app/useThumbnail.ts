import { useEffect } from 'react';
import type { Editor } from '../editing';
import type { JourneyMap } from '../map/schema';
import type { Storage } from '../storage';

/** How long nothing may change before a map is drawn for the library. In ms. */
const REST = 2_000;

/** Keeps the small picture of the open map in the library true, without ever being in the way. */
export function useThumbnail(storage: Pick<Storage, 'setThumbnail'>, editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return undefined;
    let drawn: JourneyMap | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function draw(from: Editor) {
      const { map } = from.store.getState();
      if (map === drawn) return;
      drawn = map;
      const { thumbnailOf } = await import('../exchange/formats/thumbnail');
      await storage.setThumbnail(map.id, thumbnailOf(map));
    }
    // A picture that cannot be kept is no loss: the library draws a stand-in.
    const drawQuietly = () => void draw(editor).catch(() => undefined);
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(drawQuietly, REST);
    };
    rest();
    let last = editor.store.getState().map;
    const stop = editor.store.subscribe(({ map }) => {
      if (map === last) return;
      last = map;
      rest();
    });
    return () => {
      clearTimeout(timer);
      stop();
      drawQuietly();
    };
  }, [storage, editor]);
}
