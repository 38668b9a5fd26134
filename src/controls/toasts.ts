interface Toast {
  readonly text: string;
  readonly tone?: 'info' | 'error';
  /** What can be done about it, such as undo; doing it closes the toast. */
  readonly actions?: readonly ToastAction[];
  /** Stays until dismissed: for failures. */
  readonly stays?: boolean;
}

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** `id` counts up from 1: a toast that is shown a second time is another one. */
export interface ShownToast extends Toast {
  readonly id: number;
}

/** The toasts in sight and those who watch them: outside React, so that commands can show one. */
export interface Toasts {
  /** Shows a toast and answers how to close it. */
  show: (toast: Toast) => () => void;
  close: (id: number) => void;
  current: () => readonly ShownToast[];
  subscribe: (listener: () => void) => () => void;
}

/** More at once would be a wall. The oldest that need not stay goes first. */
const MOST = 3;

/** At most three toasts are in sight: the oldest goes first, but never one that `stays`. */
export function createToasts(): Toasts {
  let shown: readonly ShownToast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();

  function set(next: readonly ShownToast[]) {
    shown = next;
    for (const listener of listeners) listener();
  }
  function close(id: number) {
    if (shown.some((toast) => toast.id === id)) set(shown.filter((toast) => toast.id !== id));
  }
  return {
    show(toast) {
      lastId += 1;
      const id = lastId;
      const crowded = [...shown, { ...toast, id }];
      const out = crowded.length > MOST ? crowded.find(({ stays }) => !stays) : undefined;
      set(crowded.filter((candidate) => candidate !== out));
      return () => close(id);
    },
    close,
    current: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Toasts that do something to one thing on screen, such as the open map. */
export interface OwnedToasts extends Toasts {
  begin: () => void;
  /** It is no longer on screen: what its toasts would do is not offered any more. */
  end: () => void;
}

/**
 * The same toasts for one owner. Those with something to do go with it, and those that come too late say
 * what they have to say and offer nothing: the action would be seen beside something else.
 */
export function ownedToasts(toasts: Toasts): OwnedToasts {
  const closers = new Set<() => void>();
  let isHere = true;
  return {
    ...toasts,
    show({ actions, ...toast }) {
      if (!actions || !isHere) return toasts.show(toast);
      const close = toasts.show({ ...toast, actions });
      closers.add(close);
      return close;
    },
    begin() {
      isHere = true;
    },
    end() {
      isHere = false;
      for (const close of closers) close();
      closers.clear();
    },
  };
}
