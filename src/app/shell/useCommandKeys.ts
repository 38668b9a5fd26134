import { useEffect, useEffectEvent } from 'react';
import type { Command } from '../../editing/commands';
import { isSingleKey, type KeyPress, typesText } from '../../editing';
import { takeDrafts } from '../../controls/drafts';
import { onApple } from '../../controls/onApple';
import { useSingleKeys } from '../../controls/singleKeys';
import { isComposing, isTyping } from '../../controls/typing';
import {
  type Session,
  useCommandContext,
  useEditor,
  useRunCommand,
  useSession,
} from '../../views/session';
import { isOnCanvas } from '../../canvas';
import { earlyText } from './earlyText';
import { heldPresses } from './heldPresses';

const hasDialog = () =>
  document.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null;

/** A key press, as much as is needed to run its command later. */
interface Press extends KeyPress {
  readonly target: EventTarget | null;
}

/** What counts of a press, on its own: an event is not kept. */
function pressOf(press: Press): Press {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, target } = press;
  return {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    target,
    ...(keyCode !== undefined && { keyCode }),
  };
}

/** May the press be a shortcut, as far as can be known without the commands? */
function mayMean({ key, ctrlKey, metaKey, altKey, target }: Press): boolean {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(key)) return false;
  return !isTyping(target) || ctrlKey || metaKey || altKey;
}

/** Does the command take the press where it was made? */
function takes(command: Command, press: Press): boolean {
  const { target } = press;
  // What puts a character into a field belongs to the field.
  if (isTyping(target) && (!command.inTextFields || typesText(press, onApple()))) return false;
  return !command.byBrowser && (!command.onCanvas || isOnCanvas(target, isSingleKey(press)));
}

/** Within this time the box for a name that was asked for is there, in ms. */
const BOX_COMES = 2_000;

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Runs the command of each shortcut pressed anywhere on the page, unless a part has handled the key. While commands, or
 * the canvas of the map's view, are still on their way, a press waits for them.
 */
export function useCommandKeys(isMap: boolean): void {
  const { registry, canvas } = useSession();
  const editor = useEditor();
  const context = useCommandContext();
  const run = useRunCommand();
  const { areOn } = useSingleKeys();
  const now = useEffectEvent(() => ({
    isReady: registry.isWhole && (!isMap || canvas.current !== null),
    find: (press: Press) => {
      const command =
        areOn || !isSingleKey(press) ? registry.forKey(press, onApple(), context()) : null;
      return command && takes(command, press) ? command : null;
    },
    run,
  }));
  useEffect(() => {
    // A box that does not come, such as in a view that draws none, must not keep the keys for ever.
    let askedAt = -Infinity;
    const stop = editor.store.subscribe(({ renaming }, before) => {
      if (renaming !== before.renaming) askedAt = performance.now();
    });
    const isAsked = () =>
      editor.store.getState().renaming !== null && performance.now() - askedAt < BOX_COMES;
    const early = earlyText(document, isAsked);
    const held = heldPresses<Press>({
      isReady: () => now().isReady,
      run: (press) => {
        const command = now().find(press);
        if (command) now().run(command);
      },
      settled: nextFrame,
      isTaken: () => isTyping(document.activeElement) || isAsked() || hasDialog(),
      typed: (presses) => {
        for (const press of presses) early.take({ ...pressOf(press), target: null }, onApple());
        early.insert(document.activeElement);
      },
    });
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || isComposing(event)) return;
      // A dialog or a menu has the keyboard to itself.
      if (hasDialog()) return;
      const press = pressOf(event);
      if (!held.isWaiting() && early.take(press, onApple())) {
        event.preventDefault();
        return;
      }
      const { find, isReady, run: runNow } = now();
      const command = find(press);
      if (event.repeat && !command?.repeats) return;
      if (command) event.preventDefault();
      const mustWait = held.isWaiting() || (!command && !isReady);
      if (mustWait && mayMean(press)) held.hold(press);
      else if (command) {
        // A file that is saved while a name is typed has the name.
        takeDrafts();
        runNow(command);
      }
    }
    const release = () => void held.release();
    const forget = whenLent(canvas, release);
    void registry.whole().then(release);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      forget();
      early.stop();
      stop();
    };
  }, [registry, canvas, editor]);
}

/** Calls back when the canvas is loaded; returns how to stop. */
function whenLent(canvas: Session['canvas'], task: () => void): () => void {
  canvas.told = task;
  return () => delete canvas.told;
}
