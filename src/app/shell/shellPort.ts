import type { ShellPort } from '../../editing/commands';
import type { Editor } from '../../editing';
import { downloadMap, readClipboard, writeClipboard } from '../../exchange/browser';
import type { Storage } from '../../storage';
import { goTo } from '../useRoute';
import { moveToPart } from './screenParts';
import { togglePanel, type ShellStore } from './shellState';

/** The app as commands see it. `openFile` is the library's way of opening one. */
export function createShellPort(
  store: ShellStore,
  editor: Editor,
  storage: Pick<Storage, 'list'>,
  openFile: () => Promise<void>,
): ShellPort {
  return {
    open: (dialog) => store.setState({ dialog }),
    toggle: (panel) => togglePanel(store, panel),
    isShown: (panel) => store.getState().panels[panel],
    show: (view) => goTo({ at: 'map', id: editor.store.getState().map.id, view }),
    moveToPart,
    library: () => goTo({ at: 'library' }),
    maps: async () => (await storage.list()).filter(({ deletedAt }) => deletedAt === null),
    openFile,
    saveFile: async () => {
      const { map } = editor.store.getState();
      try {
        const { saveMapFile } = await import('../../exchange/browser/mapFile');
        await saveMapFile(map);
      } catch {
        // What asks for the place cannot be fetched, or cannot write there: the map becomes a file in any case.
        downloadMap(map);
      }
    },
    writeClipboard,
    readClipboard,
  };
}
