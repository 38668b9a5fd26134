import { useEffect } from 'react';

/** Fills the screen where the browser lets it, holds the keyboard, and gives both back. */
export function useFullScreen(
  root: { readonly current: HTMLDivElement | null },
  end: () => void,
): void {
  useEffect(() => {
    const glass = root.current;
    const before = document.activeElement;
    glass?.focus();
    // Missing on phones of Apple, whatever the types say.
    const screen = glass?.parentElement as Partial<Pick<Element, 'requestFullscreen'>> | null;
    // Refused in a frame or without a gesture: then the page is all there is, and enough.
    screen?.requestFullscreen?.().then(
      () => glass?.focus(),
      () => undefined,
    );
    const left = () => {
      if (!document.fullscreenElement) end();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [root, end]);
}
