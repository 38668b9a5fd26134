import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// What jsdom lacks and the canvas and the dialogs ask for.
class StillResizeObserver implements ResizeObserver {
  observe() {
    // Sizes never change in jsdom.
  }
  unobserve() {
    // Nothing was observed.
  }
  disconnect() {
    // Nothing was observed.
  }
}
globalThis.ResizeObserver = StillResizeObserver;

window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// Nothing is laid out in jsdom; the combo box only gives the focus to what can be seen.
Element.prototype.checkVisibility = function checkVisibility() {
  return this.isConnected;
};
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => undefined;
Element.prototype.releasePointerCapture = () => undefined;

// jsdom has no workers.
vi.mock('../../src/runs/workers', () => import('./onThisThread'));

// All files of a worker share its page (`isolate: false`): none finds anything of another.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

// A part that loads late and is cut off half way could be loaded by no later file.
afterAll(() => vi.dynamicImportSettled());
