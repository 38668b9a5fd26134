import { useEffect, useEffectEvent } from 'react';
import type { Editor } from '../../editing';
import { onApple } from '../../controls/onApple';
import { useSingleKeys } from '../../controls/singleKeys';
import { isComposing, isTyping } from '../../controls/typing';
import { changeRecord, splitByChance } from '../../map/edits';
import { nameOf } from '../../map/records';
import { type CanvasTools, useTools } from '../CanvasContext';
import { isOnCanvas } from '../onCanvas';
import { begun, goneOn } from './typedChance';

/**
 * Opens the chance of the transition that is selected alone, as soon as a number is typed on the canvas. Until its box
 * has the keyboard, what is typed is kept for it.
 */
export function ChanceKeys() {
  const tools = useTools();
  const { editor, store } = tools;
  const { areOn } = useSingleKeys();

  const type = useEffectEvent((event: KeyboardEvent) => {
    const id = selectedAlone(editor);
    if (id === null || !isForCanvas(event)) return;
    const { chance } = store.getState();
    const open = chance?.transition === id ? chance : null;
    if (!open && !areOn) return;
    const next = open ? goneOn(open, event, onApple()) : begun(id, event, onApple());
    if (next === undefined) return;
    // A key that types is the number's, before any shortcut that it would be on another keyboard.
    event.preventDefault();
    event.stopPropagation();
    if (open || !isOffered(tools, id)) store.setState({ chance: next });
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => type(event);
    // Before the shortcuts: a digit with Shift is one on some keyboards, and a number on others.
    document.addEventListener('keydown', listen, true);
    // The box is to be there when the second digit comes.
    import('./ChanceBox').catch(() => undefined);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  return null;
}

/** Where nothing would read a chance, that is said, and what could be done is offered. */
function isOffered(tools: CanvasTools, id: string): boolean {
  const { editor, store, language } = tools;
  const { map } = editor.store.getState();
  const { from = '', otherwise = false } = map.transitions[id] ?? {};
  if (map.touchpoints[from]?.kind === 'decision') {
    const name = nameOf(map, 'touchpoints', from, language.t);
    editor.offer(
      'canvas.chance.decision',
      { name },
      {
        action: 'reading.byChance',
        run: () => editor.edit('reading.byChance', splitByChance(from)),
      },
    );
  } else if (otherwise) {
    editor.offer(
      'canvas.chance.otherwise',
      {},
      {
        action: 'canvas.chance.own',
        run: () => {
          const edit = changeRecord('transitions', id, { otherwise: false });
          if (editor.edit('canvas.chance.own', edit))
            store.setState({ chance: { transition: id, text: '', isEntered: false } });
        },
      },
    );
  } else return false;
  return true;
}

function selectedAlone(editor: Editor): string | null {
  const { selection, renaming } = editor.store.getState();
  const [only] = selection;
  if (!only || selection.length > 1 || renaming !== null) return null;
  return only.collection === 'transitions' ? only.id : null;
}

/** Has nothing else the keyboard than the canvas? */
function isForCanvas(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || isComposing(event) || isTyping(target)) return false;
  if (document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) return false;
  return isOnCanvas(target);
}
