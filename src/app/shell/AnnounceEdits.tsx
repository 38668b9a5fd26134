import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../controls/Announcer';
import { useLanguage } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { useEditorState } from '../../views/session';

/**
 * Says to screen readers what the editor announces. What is urgent (an edit that was refused, or could not be kept) is a
 * notice that everybody sees, which screen readers speak at once; the next takes its place.
 */
export function AnnounceEdits() {
  const language = useLanguage();
  const announce = useAnnounce();
  const toasts = useToasts();
  const announcement = useEditorState((state) => state.announcement);
  const closeLast = useRef<() => void>(undefined);
  useEffect(() => {
    if (!announcement) return;
    const { id, values, what, urgent } = announcement;
    const all = what === null ? values : { ...values, what: language.t(what) };
    const text = language.t(id, all);
    if (!urgent) {
      announce(text, 'polite');
      return;
    }
    closeLast.current?.();
    closeLast.current = toasts.show({ text, tone: 'error' });
    // A new language must not repeat the last announcement.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [announcement]);
  return null;
}
