import { useEffect } from 'react';

/**
 * Keeps the keyboard where the work is. What has the focus can go: a card that is deleted, a window that closes, a
 * screen that another replaces. Browsers then leave the focus on the page as a whole, from where Tab begins at the top
 * and a screen reader reads nothing. Where nothing else takes it within two frames, it goes to what is
 * selected, or to the main part of the screen, from where Tab leads into it.
 */
export function useKeyboardHome(): void {
  useEffect(() => {
    let frame = 0;
    const check = () => {
      // Nearly always something has it: a map that is drawn must not pay for this.
      if (document.activeElement !== document.body) return;
      cancelAnimationFrame(frame);
      // What brings the focus to a certain place, a new name say, does so with the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(goHome);
      });
    };
    const events = ['focusout', 'keydown', 'pointerup', 'hashchange'] as const;
    for (const event of events) addEventListener(event, check, true);
    // A window or a screen that goes reports nothing.
    const observer = new MutationObserver(check);
    observer.observe(document.body, { childList: true });
    const root = document.getElementById('root');
    if (root) observer.observe(root, { childList: true, subtree: true });
    check();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) removeEventListener(event, check, true);
      observer.disconnect();
    };
  }, []);
}

function goHome(): void {
  if (document.activeElement !== document.body) return;
  if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
  const main = document.querySelector('main');
  const selected = main?.querySelector<HTMLElement>('[data-focus][aria-pressed=true]');
  (selected ?? main)?.focus({ preventScroll: true });
}
