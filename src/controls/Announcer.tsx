import { createContext, use, useCallback, useRef, type ReactNode } from 'react';
import styles from './Announcer.module.css';

/** Says something to screen readers. `now` interrupts what is being read. */
export type Announce = (text: string, urgency?: 'polite' | 'now') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** The two live regions of the app. They are always in the page: regions added later are not heard. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const region = urgency === 'now' ? assertive.current : polite.current;
    if (!region) return;
    // The same text twice is no change and would stay unheard: a no-break space makes it one.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={polite} className={styles.region} role="status" aria-live="polite" />
      <div ref={assertive} className={styles.region} role="alert" aria-live="assertive" />
    </AnnounceContext>
  );
}

/** Returns the function that announces to screen readers what was selected, moved, added, undone. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
