import type { ReactNode } from 'react';

/** A line that does something; without `kind` a line is an action. */
export interface MenuAction {
  readonly kind?: 'action';
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Keys that do the same, e.g. `Mod+D`. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Shows a tick: on or off. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

interface SubMenu {
  readonly kind: 'menu';
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly items: readonly MenuItem[];
}

/** One line of a menu. A heading names the lines below it. */
export type MenuItem =
  | MenuAction
  | SubMenu
  | { readonly kind: 'separator'; readonly id: string }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string };

/** Where a menu opens. */
export interface MenuPlace {
  /** In CSS pixels of the window. */
  readonly rect: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The menu's button. It gets the focus back when the menu closes. */
  readonly owner: HTMLElement;
  readonly byKeyboard: boolean;
}
