import { useEffect } from 'react';
import { CLIPBOARD_TYPE, copied, cutSelection, pasteText } from '../../editing/commands';
import { useEditor, useSession } from '../session';

/** Copy, cut and paste by key: the browser's own events carry the clipboard and ask nobody. */
export function useClipboard(): void {
  const editor = useEditor();
  const { canvas, replay } = useSession();
  useEffect(() => {
    function put(event: ClipboardEvent): string | null {
      if (isElsewhere(event)) return null;
      const { map, selection } = editor.store.getState();
      const text = copied(map, selection);
      if (text === null || !event.clipboardData) return null;
      event.clipboardData.setData(CLIPBOARD_TYPE, text);
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      return text;
    }
    function copy(event: ClipboardEvent) {
      const count = editor.store.getState().selection.length;
      if (put(event) !== null) editor.announce('command.said.copied', { count });
    }
    /** Refused on screen: somebody waits for what does not come. */
    function isRefused(): boolean {
      const isOn = replay?.current?.isOn() === true;
      if (isOn) editor.announce('command.said.replaying', {}, true);
      return isOn;
    }
    function cut(event: ClipboardEvent) {
      if (isElsewhere(event) || isRefused()) return;
      const text = put(event);
      if (text !== null) cutSelection(editor, text);
    }
    function paste(event: ClipboardEvent) {
      if (isElsewhere(event) || isRefused()) return;
      const data = event.clipboardData;
      const text = data?.getData(CLIPBOARD_TYPE) || data?.getData('text/plain') || '';
      event.preventDefault();
      // A picture, a file or nothing is refused too, and says so.
      void pasteText(editor, text, canvas.current, whereAsked());
    }
    const until = new AbortController();
    const { signal } = until;
    document.addEventListener('copy', copy, { signal });
    document.addEventListener('cut', cut, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => until.abort();
  }, [editor, canvas, replay]);
}

/** The clipboard's events do not say which element has the focus. */
function whereAsked(): 'outline' | undefined {
  return document.activeElement?.closest('[data-outline]') ? 'outline' : undefined;
}

/** Text fields, dialogs and text somebody has marked keep the clipboard to themselves. */
function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable=true], [role=dialog]'))
    return true;
  return event.type !== 'paste' && document.getSelection()?.isCollapsed === false;
}
