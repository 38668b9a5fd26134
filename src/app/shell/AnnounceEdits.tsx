import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../controls/Announcer';
import { useLanguage } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { type Editor, type Offer, worded } from '../../editing';
import { useEditor, useEditorState, useSession } from '../../views/session';

/**
 * Says to screen readers what the editor announces. A notice that everybody sees, which screen readers speak too, is what
 * is urgent (an edit that was refused, or could not be kept) and what changed more than was asked for, with *Undo*; the
 * next of either takes its place.
 */
export function AnnounceEdits() {
  const language = useLanguage();
  const announce = useAnnounce();
  const toasts = useToasts();
  const editor = useEditor();
  const announcement = useEditorState((state) => state.announcement);
  const { shell } = useSession();
  const closeLast = useRef<() => void>(undefined);
  const take = ({ run, inInspector = false }: Offer) => {
    run();
    if (inInspector && !shell.isShown('inspector')) shell.toggle('inspector');
  };
  useEffect(() => {
    if (!announcement) return;
    const { id, values, what, urgent, more, offer, ofEdit } = announcement;
    const all = worded(values, language.t);
    const text = language.t(id, what === null ? all : { ...all, what: language.t(what) });
    if (urgent) {
      closeLast.current?.();
      closeLast.current = toasts.show({ text, tone: 'error' });
      return;
    }
    if (more.length === 0 && !offer) {
      announce(text, 'polite');
      return;
    }
    closeLast.current?.();
    const sentences = more.map((each) => language.t(each.id, worded(each.values, language.t)));
    const undo = ofEdit ? [{ label: language.t('control.undo'), run: () => editor.undo() }] : [];
    const offered = offer ? [{ label: language.t(offer.action), run: () => take(offer) }] : [];
    closeLast.current = untilNextEdit(
      editor,
      toasts.show({
        text: [more.length === 0 ? text : ended(text), ...sentences].join(' '),
        actions: [...offered, ...undo],
      }),
    );
    // A new language must not repeat the last announcement.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [announcement]);
  return null;
}

/** Closes what is about the last edit when the map changes again: undoing would undo another one then. */
function untilNextEdit(editor: Editor, close: () => void): () => void {
  const { map } = editor.store.getState();
  const stop = editor.store.subscribe((state) => {
    if (state.map === map) return;
    stop();
    close();
  });
  return close;
}

/** A sentence that others can follow. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
