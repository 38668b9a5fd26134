import type { Editor } from '../editor';
import { spokenName } from '../spoken';

/** Announces between which touchpoints there is a transition now. */
export function sayConnected(editor: Editor, from: string, to: string): void {
  const { map } = editor.store.getState();
  editor.announce('canvas.said.connected', {
    from: spokenName(map, { collection: 'touchpoints', id: from }),
    to: spokenName(map, { collection: 'touchpoints', id: to }),
  });
}
