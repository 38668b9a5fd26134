import { type KeyboardEvent, useState } from 'react';
import { isEnabled, menuFor, menuOf } from '../../editing/commands';
import { isSelected, isSingleKey, matches } from '../../editing';
import type { Target } from '../../map/schema';
import { onApple } from '../../controls/onApple';
import { useText } from '../../controls/LanguageProvider';
import { useSingleKeys } from '../../controls/singleKeys';
import type { MenuItem } from '../../controls/menuItems';
import { useCommandContext, useEditor, useRegistry, useRunCommand } from '../session';

/** What can be done to a record of the outline: what its menu on the canvas says, by the same keys. */
export interface OutlineCommands {
  /** Runs what a key means for a record; returns whether it meant something. */
  readonly onKey: (event: KeyboardEvent, target: Target) => boolean;
  /** A menu is asked for at a record, or beside all (null). */
  readonly onAsk: (target: Target | null) => void;
  readonly items: readonly MenuItem[];
  readonly onOpenChange: (open: boolean) => void;
}

/** Commands act on the record they are asked for at; it is selected first, unless it already is with others. */
export function useOutlineCommands(): OutlineCommands {
  const t = useText();
  const editor = useEditor();
  const { registry } = useRegistry();
  const context = useCommandContext('outline');
  const run = useRunCommand('outline');
  const { areOn } = useSingleKeys();
  const [isOpen, setOpen] = useState(false);

  /** The record, unless it is selected with others: then all of them are meant. */
  function choose(target: Target | null) {
    const { selection } = editor.store.getState();
    if (!target) editor.select([]);
    else if (!isSelected(selection, target)) editor.select([target]);
  }

  function onKey(event: KeyboardEvent, target: Target): boolean {
    if (!areOn && isSingleKey(event.nativeEvent)) return false;
    const { selection } = editor.store.getState();
    const menu = menuFor(isSelected(selection, target) ? selection : [target], 'outline');
    const command = (menu ? registry.inMenu(menu) : []).find(({ keys = [] }) =>
      keys.some((shortcut) => matches(event.nativeEvent, shortcut, onApple())),
    );
    if (!command) return false;
    choose(target);
    const now = context();
    // On the canvas the browser passes the clipboard with the event, without a permission.
    if (command.byBrowser && now.canvas) return false;
    if (!isEnabled(command, now)) return false;
    run(command);
    return true;
  }

  return {
    onKey,
    onAsk: choose,
    items: isOpen ? menuOf(registry, context(), t, run) : [],
    onOpenChange: setOpen,
  };
}
