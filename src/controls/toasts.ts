export interface Toast {
  readonly text: string;
  readonly tone?: 'info' | 'error';
  /** One thing to do about it, such as undo; doing it closes the toast. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until dismissed: for failures. */
  readonly stays?: boolean;
}

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
